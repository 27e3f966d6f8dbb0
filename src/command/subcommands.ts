import type { SlashCommandBuilder, SlashCommandSubcommandBuilder } from '@discordjs/builders';
import type { Command } from './command.ts';

/** One subcommand: what a command is, but for its place in the list. */
export interface Subcommand extends Omit<Command, 'data'> {
  readonly data: SlashCommandSubcommandBuilder;
}

/** One command out of its subcommands: each answers the calls and the typing that are its own. */
export function withSubcommands(data: SlashCommandBuilder, subcommands: readonly Subcommand[]): Command {
  for (const one of subcommands) data.addSubcommand(one.data);
  const named = (name: string | undefined) => {
    const found = subcommands.find((one) => one.data.name === name);
    if (found === undefined) throw new Error(`no subcommand ${name}`);
    return found;
  };
  return {
    data: data.toJSON(),
    execute: async (call, deps) => named(call.subcommand).execute(call, deps),
    autocomplete: async (focused, deps) =>
      (await named(focused.subcommand).autocomplete?.(focused, deps)) ?? [],
  };
}
