import type { ChatInputCommandInteraction, Interaction } from 'discord.js';
import { type PressedCall, readCustomId } from '../contract/custom-id.ts';
import { answer } from './answer.ts';
import { complete } from './complete.ts';
import type { RunningParts } from './context.ts';

/** `handle` answers an interaction and never throws. `idle` resolves when all answers under way are sent. */
export function createRouter(parts: RunningParts) {
  const underWay = new Set<Promise<void>>();
  return {
    async handle(interaction: Interaction): Promise<void> {
      const work = route(interaction, parts);
      underWay.add(work);
      await work.finally(() => underWay.delete(work));
    },
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function route(interaction: Interaction, parts: RunningParts): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, parts);
  if (interaction.isChatInputCommand()) {
    return answer(interaction, typedCall(interaction), parts);
  }
  if (interaction.isMessageComponent()) {
    const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    return answer(interaction, readCustomId(interaction.customId, chosen), parts);
  }
  return Promise.resolve();
}

function typedCall({ commandName, options }: ChatInputCommandInteraction): PressedCall {
  const subcommand = options.getSubcommand(false);
  const given = subcommand === null ? options.data : (options.data[0]?.options ?? []);
  return {
    mode: 'add',
    command: subcommand === null ? commandName : `${commandName} ${subcommand}`,
    options: Object.fromEntries(given.map(({ name, value }) => [name, value ?? ''])),
  };
}
