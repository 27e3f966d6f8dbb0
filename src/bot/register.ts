import type { RESTPostAPIChatInputApplicationCommandsJSONBody as CommandData } from 'discord-api-types/v10';
import type { BotParts } from './context.ts';
import { refusalOf } from './faults.ts';

/** The part of discord.js's REST client that registering needs. */
interface Rest {
  get(route: `/${string}`, options?: { query: URLSearchParams }): Promise<unknown>;
  put(route: `/${string}`, options: { body: unknown }): Promise<unknown>;
}

interface Places {
  applicationId: string;
  /** The only guild with the commands for everybody, where one is named. */
  devGuildId: string | undefined;
}

/**
 * Registers the commands that people type: everywhere, or in the guild to develop in alone; those for operators in their
 * guild. Empties the lists of all other places, so that no command shows twice after a change of DEV_GUILD_ID or
 * ADMIN_GUILD_ID. Returns how many commands there are and whether a list was written. Throws if Discord refuses the list for
 * everybody; another one that it refuses is logged.
 */
export async function registerAll(
  rest: Rest,
  parts: Pick<BotParts, 'commands' | 'operators' | 'store' | 'log'>,
  { applicationId, devGuildId }: Places,
): Promise<{ commands: number; registered: boolean }> {
  const { operators, store, log } = parts;
  const { guildId: home } = operators;
  const typed = [...parts.commands.values()].filter(({ unlisted }) => !unlisted);
  const everyone = typed.filter(({ forOperators }) => !forOperators).map(({ data }) => data);
  const own =
    home === undefined ? [] : typed.filter(({ forOperators }) => forOperators).map(({ data }) => data);
  const register = (guildId: string | undefined) => {
    // A guild has one list.
    const list = [...(guildId === devGuildId ? everyone : []), ...(guildId === home ? own : [])];
    return registerCommands(rest, list, { applicationId, guildId });
  };
  const named = new Set([devGuildId, home].filter((id) => id !== undefined));
  // Noted before they are written: after an interrupted start a later one still empties them.
  for (const guildId of named) await store.noteCommandGuild(guildId);
  const registered = await register(devGuildId);
  const before = [...(await store.commandGuilds()), ...(await guildsOfSmallBot(rest))];
  const others = new Set([undefined, ...named, ...before]);
  others.delete(devGuildId);
  const written = await Promise.all(
    [...others].map(async (guildId) => {
      const isLeft = guildId !== undefined && !named.has(guildId);
      try {
        const wrote = await register(guildId);
        if (isLeft) await store.forgetCommandGuild(guildId);
        return wrote;
      } catch (error) {
        // Not a refusal: the whole registration is tried again.
        if (refusalOf(error) === undefined) throw error;
        const where = guildId === home ? 'ADMIN_GUILD_ID' : (guildId ?? 'all servers');
        log.error({ error }, `Discord refused the commands for ${where}`);
        return false;
      }
    }),
  );
  return { commands: everyone.length + own.length, registered: registered || written.includes(true) };
}

/** From this many guilds on, one request for each is too much: only those that the store remembers are looked at. */
const MANY = 100;

/**
 * The guilds of a bot with few of them: one may have a list that another store remembers, as that of the machine on which
 * somebody develops. None if there are many, or if Discord does not say.
 */
async function guildsOfSmallBot(rest: Rest): Promise<string[]> {
  const query = new URLSearchParams({ limit: String(MANY) });
  const guilds = await rest.get('/users/@me/guilds', { query }).catch(() => undefined);
  return Array.isArray(guilds) && guilds.length < MANY ? guilds.map(({ id }) => String(id)) : [];
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
