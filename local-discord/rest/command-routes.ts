import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { type CommandBody, command, commandList } from '../limits/commands.ts';
import type { StoredCommand } from '../state.ts';
import { apiErrors, validated } from './api-error.ts';
import type { Call, Route } from './route.ts';

/** Maximum number of commands by command type: slash, user, message. */
export const MAX_OF_TYPE: Record<number, number> = { 1: 100, 2: 15, 3: 15 };

/** The application's commands: global, and of one guild. */
export const commandRoutes: Route[] = [
  '/applications/:app/commands',
  '/applications/:app/guilds/:guild/commands',
].flatMap((path): Route[] => [
  {
    method: 'GET',
    path,
    handle: (call) => {
      const full = call.query.get('with_localizations') === 'true';
      return { json: inScope(call).map((one) => (full ? one : withoutLocalizations(one))) };
    },
  },
  {
    method: 'PUT',
    path,
    handle: (call) => {
      const { state, body } = call;
      const before = inScope(call);
      const bodies = validated(state, 'commands', commandList, body.json ?? []);
      refuseTooMany(bodies);
      for (const { id } of before) state.commands.delete(id);
      return { json: bodies.map((one) => save(call, one, find(before, one))) };
    },
  },
  {
    method: 'POST',
    path,
    handle: (call) => {
      const before = inScope(call);
      const one = validated(call.state, 'command', command, call.body.json);
      const same = find(before, one);
      if (!same) refuseTooMany([...before, one]);
      return { json: save(call, one, same), status: same ? 200 : 201 };
    },
  },
  { method: 'GET', path: `${path}/:command`, handle: (call) => ({ json: one(call) }) },
  {
    method: 'PATCH',
    path: `${path}/:command`,
    handle: (call) => {
      const before = one(call);
      const merged = validated(call.state, 'command edit', command, {
        ...registered(before),
        ...asObject(call.body.json),
      });
      return { json: save(call, merged, before) };
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:command`,
    handle: (call) => {
      call.state.commands.delete(one(call).id);
      return undefined;
    },
  },
]);

function inScope({ state, params: { app, guild } }: Call): StoredCommand[] {
  if (app !== state.bot.id) throw apiErrors.unknownApplication();
  if (guild !== undefined && !state.guildsById.has(guild)) throw apiErrors.unknownGuild();
  return [...state.commands.values()].filter(({ guild_id }) => guild_id === guild);
}

function one(call: Call): StoredCommand {
  const found = inScope(call).find(({ id }) => id === call.params.command);
  if (!found) throw apiErrors.unknownCommand();
  return found;
}

const find = (list: readonly StoredCommand[], { name, type }: CommandBody) =>
  list.find((other) => other.name === name && other.type === type);

function refuseTooMany(list: readonly { type: number }[]): void {
  for (const [type, most] of Object.entries(MAX_OF_TYPE)) {
    if (list.filter((each) => String(each.type) === type).length > most) throw apiErrors.tooManyCommands();
  }
}

/** Discord's defaults for absent properties. */
const defaults = {
  name_localizations: null,
  description: '',
  description_localizations: null,
  default_member_permissions: null,
  dm_permission: true,
  contexts: null,
  integration_types: [0],
  nsfw: false,
};

/** Stores a command in the form that Discord returns: with defaults, and options without false values. The version changes only with the content. */
function save(
  { state, params: { guild } }: Call,
  body: CommandBody,
  before: StoredCommand | undefined,
): StoredCommand {
  const { options, ...rest } = body as CommandBody & { options?: object[] | null };
  const normalized = {
    ...defaults,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined)),
    id: before?.id ?? state.nextId(),
    application_id: state.bot.id,
    version: '',
    ...(guild === undefined ? {} : { guild_id: guild }),
    ...(options?.length ? { options: options.map(normalizeOption) } : {}),
  };
  const isSame = before !== undefined && same(normalized, before);
  const stored = {
    ...normalized,
    version: isSame ? before.version : state.nextId(),
  } as unknown as StoredCommand;
  state.commands.set(stored.id, stored);
  return stored;
}

const same = (a: object, b: object) => isDeepStrictEqual({ ...a, version: '' }, { ...b, version: '' });

function normalizeOption(option: object): object {
  const kept = Object.entries(option).filter(
    ([, value]) => value !== false && value !== null && value !== undefined,
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === 'options' && Array.isArray(value) ? value.map(normalizeOption) : value,
    ]),
  );
}

/** Returns the body that would register the command in its present form. */
function registered(stored: StoredCommand): object {
  const { id: _id, application_id: _app, version: _version, guild_id: _guild, ...body } = stored;
  return body.type === ApplicationCommandType.ChatInput
    ? body
    : { ...body, description_localizations: undefined };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Discord returns localizations only with `with_localizations=true`. */
function withoutLocalizations(stored: StoredCommand): object {
  return JSON.parse(
    JSON.stringify(stored, (key, value) => (key.endsWith('_localizations') ? undefined : value)),
  );
}
