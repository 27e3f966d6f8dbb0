import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import { permissionsOf } from '../guild.ts';
import { localized } from '../limits/locales.ts';
import type { Account, Channel } from '../places.ts';
import type { StoredCommand, World } from '../world.ts';
import { Mistake } from './mistake.ts';

/** Where and as whom a person types. */
export type Seat = { account: Account; channel: Channel; locale: string; byUserInstall: boolean };

/** A slash command, or one of its subcommands, as a person is shown it. */
export type ShownCommand = {
  /** `score_titulo`, or with subcommands `trivia jugar`, in the person's language. */
  name: string;
  /** The names in every language, the one shown first. */
  names: readonly string[];
  description: string;
  options: readonly ValueOption[];
  stored: StoredCommand;
  /** The names of group and subcommand as registered, outermost first. */
  path: readonly string[];
  /** The name as registered, with its path. */
  realName: string;
};

type AnyOption = APIApplicationCommandOption;
export type ValueOption = Exclude<AnyOption, { type: OptionType.Subcommand | OptionType.SubcommandGroup }>;

/** Returns the slash commands that a person may use where they are, subcommands each on their own, by name. */
export function shownCommands(world: World, seat: Seat): ShownCommand[] {
  return allShown(world, seat).sort((a, b) => a.name.localeCompare(b.name));
}

function allShown(world: World, seat: Seat): ShownCommand[] {
  if (world.guildsById.get(seat.channel.guildId ?? '')?.bot === 'left') return [];
  return [...world.commands.values()]
    .filter((command) => isShown(command, seat))
    .flatMap((command) => spread(command, seat.locale));
}

/** Returns the command of that name, in the person's language or as registered. Throws a Mistake. */
export function findCommand(world: World, seat: Seat, name: string): ShownCommand {
  const all = allShown(world, seat);
  const found = all.find((one) => one.name === name) ?? all.find((one) => one.realName === name);
  if (!found) throw new Mistake('no such command', name);
  return found;
}

/** Returns the name that a person sees for a command or an option. */
export function shownName({ name, name_localizations }: Named, locale: string): string {
  return localized(name_localizations, locale, name);
}

/** Returns the names of a command, an option or a choice in every language, the registered one first. */
export function allNames({ name, name_localizations }: Named): string[] {
  const others = Object.values(name_localizations ?? {}).filter((one) => typeof one === 'string');
  return unique([name, ...others]);
}

const unique = (names: readonly string[]) => [...new Set(names)];

type Named = { name: string; name_localizations?: Partial<Record<string, string | null>> | null | undefined };

function isShown(command: StoredCommand, { account, channel, byUserInstall }: Seat): boolean {
  if (command.type !== ApplicationCommandType.ChatInput) return false;
  if (command.guild_id !== undefined && command.guild_id !== channel.guildId) return false;
  if (command.nsfw && !channel.nsfw && channel.guildId !== undefined) return false;
  const contexts: readonly number[] = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
  const installs: readonly number[] = command.integration_types ?? [0];
  const isPlace = contexts.includes(channel.guildId === undefined ? 1 : 0);
  return isPlace && installs.includes(byUserInstall ? 1 : 0) && mayUse(command, account, channel);
}

/** A server's admins decide who may use a command; without permissions named, everyone; with 0, only admins. */
function mayUse(
  { default_member_permissions: needed }: StoredCommand,
  account: Account,
  { guildId }: Channel,
): boolean {
  if (needed === null || needed === undefined || guildId === undefined || account.admin) return true;
  const bits = BigInt(needed);
  return bits !== 0n && (BigInt(permissionsOf(account)) & bits) === bits;
}

/** What was made of a command, by language: a bot's commands are many times asked for what they are made once. */
const spreads = new WeakMap<StoredCommand, Map<string, ShownCommand[]>>();

function spread(stored: StoredCommand, locale: string): ShownCommand[] {
  const known = spreads.get(stored) ?? new Map<string, ShownCommand[]>();
  spreads.set(stored, known);
  const shown = known.get(locale) ?? spreadAnew(stored, locale);
  known.set(locale, shown);
  return shown;
}

function spreadAnew(stored: StoredCommand, locale: string): ShownCommand[] {
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
