import type { RESTPostAPIChatInputApplicationCommandsJSONBody as CommandData } from 'discord-api-types/v10';
import type { BotParts } from './context.ts';
import { refusalOf } from './faults.ts';

/** The part of discord.js's REST client that registering needs. */
interface Rest {
  get(route: `/${string}`, options?: { query: URLSearchParams }): Promise<unknown>;
  put(route: `/${string}`, options: { body: unknown }): Promise<unknown>;
}

/**
 * Registers what is for typing: everywhere, or in the guild to develop in; the operators' own commands in their guild alone.
 * Gives how many commands there are and whether a list was written. A guild of operators that Discord refuses (the bot was
 * taken out of it) is logged, and keeps nobody else waiting.
 */
export async function registerAll(
  rest: Rest,
  { commands, operators: { guildId: home }, log }: Pick<BotParts, 'commands' | 'operators' | 'log'>,
  { applicationId, devGuildId }: { applicationId: string; devGuildId: string | undefined },
): Promise<{ commands: number; registered: boolean }> {
  const typed = [...commands.values()].filter(({ unlisted }) => !unlisted);
  const everyone = typed.filter(({ forOperators }) => !forOperators).map(({ data }) => data);
  const own = typed.filter(({ forOperators }) => forOperators).map(({ data }) => data);
  const register = (list: CommandData[], guildId: string | undefined) =>
    registerCommands(rest, list, { applicationId, guildId });
  // A guild has one list.
  if (home !== undefined && home === devGuildId)
    return { commands: typed.length, registered: await register([...everyone, ...own], home) };
  const wrote = await register(everyone, devGuildId);
  if (home === undefined) return { commands: everyone.length, registered: wrote };
  const wroteOwn = await register(own, home).catch((error: unknown) => {
    if (refusalOf(error) === undefined) throw error;
    log.error({ error }, 'Discord refused the commands for ADMIN_GUILD_ID');
    return false;
  });
  return { commands: typed.length, registered: wrote || wroteOwn };
}

/**
 * Makes Discord's list of commands, everywhere or in one guild, the one given. Asks first and writes only when they
 * differ, for Discord counts writes; gives whether it wrote.
 */
async function registerCommands(
  rest: Rest,
  commands: readonly CommandData[],
  { applicationId, guildId }: { applicationId: string; guildId?: string | undefined },
): Promise<boolean> {
  const scope = guildId === undefined ? '' : `/guilds/${guildId}`;
  const route = `/applications/${applicationId}${scope}/commands` as const;
  const body = guildId === undefined ? commands : commands.map(forGuild);
  const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  const known = (Array.isArray(registered) ? registered : []).map(
    guildId === undefined ? (data) => data : forGuild,
  );
  if (canonical(known) === canonical(body)) return false;
  await rest.put(route, { body });
  return true;
}

/** Where a command may be installed and used is for global commands only. */
function forGuild({ contexts: _contexts, integration_types: _types, ...data }: CommandData): CommandData {
  return data;
}

/** What we define of a command; the rest (ids, versions) is Discord's. */
const DEFINED = new Set([
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'type',
  'required',
  'autocomplete',
  'value',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
  'default_member_permissions',
  'nsfw',
  'options',
  'choices',
  'contexts',
  'integration_types',
]);

/** A text that is equal for equal lists of commands: own properties only, empty ones left out, keys in order. */
function canonical(commands: readonly CommandData[]): string {
  const texts = commands.map((command) => JSON.stringify(definition({ type: 1, ...command })));
  return texts.sort().join('\n');
}

function definition(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'number') ? value.toSorted() : value.map(definition);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key, one]) => (DEFINED.has(key) || key.includes('-')) && !isEmpty(one))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept.map(([key, one]) => [key, definition(one)]));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
