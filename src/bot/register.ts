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
  /** If set, the only guild in which the public commands are registered. */
  devGuildId: string | undefined;
}

/**
 * Registers the public commands globally, or only in `devGuildId`, and the operators' commands in their guild. Clears every
 * other list, so that no command shows twice after a change of DEV_GUILD_ID or ADMIN_GUILD_ID. Returns how many commands there
 * are and whether a list was written. Throws if Discord refuses the public list; the refusal of another list is logged.
 */
export async function registerAll(
  rest: Rest,
  parts: Pick<BotParts, 'commands' | 'operators' | 'store' | 'log'>,
  { applicationId, devGuildId }: Places,
): Promise<{ commands: number; registered: boolean }> {
  const { operators, store, log } = parts;
  const { guildId: operatorGuildId } = operators;
  const typed = [...parts.commands.values()].filter(({ listed }) => listed !== false);
  const publicCommands = typed.filter(({ forOperators }) => !forOperators).map(({ data }) => data);
  const operatorCommands =
    operatorGuildId === undefined
      ? []
      : typed.filter(({ forOperators }) => forOperators).map(({ data }) => data);
  const register = (guildId: string | undefined) => {
    const list = [
      ...(guildId === devGuildId ? publicCommands : []),
      ...(guildId === operatorGuildId ? operatorCommands : []),
    ];
    return registerCommands(rest, list, { applicationId, guildId });
  };
  const current = new Set([devGuildId, operatorGuildId].filter((id) => id !== undefined));
  // Stored before the lists are written, so that after an interrupted start a later one can still clear them.
  for (const guildId of current) await store.noteCommandGuild(guildId);
  const registered = await register(devGuildId);
  const earlier = [...(await store.commandGuilds()), ...(await guildsOfSmallBot(rest))];
  const others = new Set([undefined, ...current, ...earlier]);
  others.delete(devGuildId);
  const written = await Promise.all(
    [...others].map(async (guildId) => {
      const isObsolete = guildId !== undefined && !current.has(guildId);
      try {
        const wrote = await register(guildId);
        if (isObsolete) await store.forgetCommandGuild(guildId);
        return wrote;
      } catch (error) {
        // Not a refusal: the caller retries the whole registration.
        if (refusalOf(error) === undefined) throw error;
        log.error({ error, guild: guildId ?? 'all' }, 'Discord refused a list of commands');
        return false;
      }
    }),
  );
  return {
    commands: publicCommands.length + operatorCommands.length,
    registered: registered || written.includes(true),
  };
}

/** With this many guilds or more, one request for each would be too much: only the guilds in the store are checked. */
const MANY = 100;

/**
 * The guilds of a bot that is in few: one of them may have a list that only another store knows, for example that of a
 * developer's machine. Empty if there are many, or if Discord does not answer.
 */
async function guildsOfSmallBot(rest: Rest): Promise<string[]> {
  const query = new URLSearchParams({ limit: String(MANY) });
  const guilds = await rest.get('/users/@me/guilds', { query }).catch(() => undefined);
  return Array.isArray(guilds) && guilds.length < MANY ? guilds.map(({ id }) => String(id)) : [];
}

/**
 * Makes Discord's list of commands, global or of one guild, equal to `commands`. Reads the list first and writes only if they
 * differ, because Discord limits writes. Returns whether it wrote.
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

/** A command for a guild's list: only global commands have contexts and integration types. */
function forGuild({ contexts: _contexts, integration_types: _types, ...data }: CommandData): CommandData {
  return data;
}

/** The properties that the bot defines; the others (ids, versions) are Discord's. */
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

/** A text that is equal for equal lists of commands: defined properties only, without empty ones, keys sorted. */
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
