import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { type CommandBody, command, commandList } from '../limits/commands.ts';
import type { StoredCommand } from '../world.ts';
import { apiErrors } from './api-error.ts';
import { judged } from './judged.ts';
import type { Call, Route } from './route.ts';

const MAX_OF_TYPE: Record<number, number> = { 1: 100, 2: 15, 3: 15 };

/** The application's commands, for everywhere and for one guild. */
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
      const { world, body } = call;
      const before = inScope(call);
      const bodies = judged(world, 'commands', commandList, body.json ?? []);
      refuseTooMany(bodies);
      for (const { id } of before) world.commands.delete(id);
      return { json: bodies.map((one) => save(call, one, find(before, one))) };
    },
  },
  {
    method: 'POST',
    path,
    handle: (call) => {
      const before = inScope(call);
      const one = judged(call.world, 'command', command, call.body.json);
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
      const merged = judged(call.world, 'command edit', command, {
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
      call.world.commands.delete(one(call).id);
      return undefined;
    },
  },
]);

function inScope({ world, params: { app, guild } }: Call): StoredCommand[] {
  if (app !== world.bot.id) throw apiErrors.unknownApplication();
  if (guild !== undefined && !world.guildsById.has(guild)) throw apiErrors.unknownGuild();
  return [...world.commands.values()].filter(({ guild_id }) => guild_id === guild);
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

/** What Discord says of a command where its registration says nothing. */
const filledIn = {
  name_localizations: null,
  description: '',
  description_localizations: null,
  default_member_permissions: null,
  dm_permission: true,
  contexts: null,
  integration_types: [0],
  nsfw: false,
};

/** Stores a command as Discord returns it: what was left out is filled in, `required: false` and the like go. */
function save(
  { world, params: { guild } }: Call,
  body: CommandBody,
  before: StoredCommand | undefined,
): StoredCommand {
  const { options, ...rest } = body as CommandBody & { options?: object[] | null };
  const settled = {
    ...filledIn,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined)),
    id: before?.id ?? world.nextId(),
    application_id: world.bot.id,
    version: '',
    ...(guild === undefined ? {} : { guild_id: guild }),
    ...(options?.length ? { options: options.map(settleOption) } : {}),
  };
  const isSame = before !== undefined && same(settled, before);
  const stored = {
    ...settled,
    version: isSame ? before.version : world.nextId(),
  } as unknown as StoredCommand;
  world.commands.set(stored.id, stored);
  return stored;
}

const same = (a: object, b: object) => isDeepStrictEqual({ ...a, version: '' }, { ...b, version: '' });

function settleOption(option: object): object {
  const kept = Object.entries(option).filter(
    ([, value]) => value !== false && value !== null && value !== undefined,
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === 'options' && Array.isArray(value) ? value.map(settleOption) : value,
    ]),
  );
}

/** Returns what a client would have to send to register the command as it is. */
function registered(stored: StoredCommand): object {
  const { id: _id, application_id: _app, version: _version, guild_id: _guild, ...body } = stored;
  return body.type === ApplicationCommandType.ChatInput
    ? body
    : { ...body, description_localizations: undefined };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Without `with_localizations` Discord leaves the translations out. */
function withoutLocalizations(stored: StoredCommand): object {
  return JSON.parse(
    JSON.stringify(stored, (key, value) => (key.endsWith('_localizations') ? undefined : value)),
  );
}
