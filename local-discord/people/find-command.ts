import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import { permissionsOf } from '../guild.ts';
import { localized } from '../limits/locales.ts';
import type { Account, Channel } from '../places.ts';
import type { DiscordState, StoredCommand } from '../state.ts';
import { Mistake } from './mistake.ts';

/** The person, channel and locale that decide which commands are offered. */
export type CommandContext = { account: Account; channel: Channel; locale: string; byUserInstall: boolean };

/** A slash command or subcommand in a person's language. */
export type ShownCommand = {
  /** For example `score_titulo`, or `trivia jugar` for a subcommand, in the person's language. */
  name: string;
  /** The names in every language, the displayed name first. */
  names: readonly string[];
  description: string;
  options: readonly ValueOption[];
  stored: StoredCommand;
  /** The registered names of group and subcommand, outermost first. */
  path: readonly string[];
  /** The registered name with its path. */
  realName: string;
};

type AnyOption = APIApplicationCommandOption;
export type ValueOption = Exclude<AnyOption, { type: OptionType.Subcommand | OptionType.SubcommandGroup }>;

/** Returns the slash commands that a person may use in their channel, sorted by name. Each subcommand is an entry. */
export function shownCommands(state: DiscordState, context: CommandContext): ShownCommand[] {
  return allShown(state, context).sort((a, b) => a.name.localeCompare(b.name));
}

function allShown(state: DiscordState, context: CommandContext): ShownCommand[] {
  if (state.guildsById.get(context.channel.guildId ?? '')?.bot === 'left') return [];
  return [...state.commands.values()]
    .filter((command) => isShown(command, context))
    .flatMap((command) => expand(command, context.locale));
}

/** Returns the command with that displayed or registered name. Throws a Mistake if there is none. */
export function findCommand(state: DiscordState, context: CommandContext, name: string): ShownCommand {
  const all = allShown(state, context);
  const found = all.find((one) => one.name === name) ?? all.find((one) => one.realName === name);
  if (!found) throw new Mistake('no such command', name);
  return found;
}

/** Returns the displayed name of a command or an option. */
export function shownName({ name, name_localizations }: Named, locale: string): string {
  return localized(name_localizations, locale, name);
}

/** Returns the names of a command, an option or a choice in every language, the registered name first. */
export function allNames({ name, name_localizations }: Named): string[] {
  const others = Object.values(name_localizations ?? {}).filter((one) => typeof one === 'string');
  return unique([name, ...others]);
}

const unique = (names: readonly string[]) => [...new Set(names)];

type Named = { name: string; name_localizations?: Partial<Record<string, string | null>> | null | undefined };

function isShown(command: StoredCommand, { account, channel, byUserInstall }: CommandContext): boolean {
  if (command.type !== ApplicationCommandType.ChatInput) return false;
  if (command.guild_id !== undefined && command.guild_id !== channel.guildId) return false;
  if (command.nsfw && !channel.nsfw && channel.guildId !== undefined) return false;
  const contexts: readonly number[] = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
  const installs: readonly number[] = command.integration_types ?? [0];
  const isPlace = contexts.includes(channel.guildId === undefined ? 1 : 0);
  return isPlace && installs.includes(byUserInstall ? 1 : 0) && mayUse(command, account, channel);
}

/** Checks `default_member_permissions`: without them everybody may use the command, with 0 only admins. */
function mayUse(
  { default_member_permissions: needed }: StoredCommand,
  account: Account,
  { guildId }: Channel,
): boolean {
  if (needed === null || needed === undefined || guildId === undefined || account.admin) return true;
  const bits = BigInt(needed);
  return bits !== 0n && (BigInt(permissionsOf(account)) & bits) === bits;
}

/** Caches expanded commands by locale: commands are read far more often than they are registered. */
const expanded = new WeakMap<StoredCommand, Map<string, ShownCommand[]>>();

function expand(stored: StoredCommand, locale: string): ShownCommand[] {
  const byLocale = expanded.get(stored) ?? new Map<string, ShownCommand[]>();
  expanded.set(stored, byLocale);
  const shown = byLocale.get(locale) ?? expandCommand(stored, locale);
  byLocale.set(locale, shown);
  return shown;
}

function expandCommand(stored: StoredCommand, locale: string): ShownCommand[] {
  const options: readonly AnyOption[] = stored.options ?? [];
  const name = shownName(stored, locale);
  const description = localized(stored.description_localizations, locale, stored.description);
  return descend(
    {
      stored,
      name,
      names: unique([name, ...allNames(stored)]),
      description,
      path: [],
      realName: stored.name,
      options: [],
    },
    options,
    locale,
  );
}

function descend(command: ShownCommand, options: readonly AnyOption[], locale: string): ShownCommand[] {
  const branches = options.filter(isBranch);
  if (branches.length === 0) return [{ ...command, options: options as readonly ValueOption[] }];
  return branches.flatMap((branch) => {
    const name = shownName(branch, locale);
    const names = unique([name, ...allNames(branch)]);
    return descend(
      {
        stored: command.stored,
        name: `${command.name} ${name}`,
        names: command.names.flatMap((outer) => names.map((inner) => `${outer} ${inner}`)),
        description: localized(branch.description_localizations, locale, branch.description),
        path: [...command.path, branch.name],
        realName: `${command.realName} ${branch.name}`,
        options: [],
      },
      branch.options ?? [],
      locale,
    );
  });
}

type Branch = Extract<AnyOption, { type: OptionType.Subcommand | OptionType.SubcommandGroup }>;

const isBranch = (option: AnyOption): option is Branch =>
  option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup;
