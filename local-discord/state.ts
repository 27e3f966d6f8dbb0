import { randomBytes } from 'node:crypto';
import type { APIApplicationCommand, APIMessage, APIUser, InteractionType } from 'discord-api-types/v10';
import { type Clock, snowflakes } from './clock.ts';
import type { Filler } from './filler.ts';
import type { Session } from './gateway/session.ts';
import { BOT_ID, newGuild } from './guild.ts';
import type { History } from './history.ts';
import type { AutocompletedType } from './limits/callback.ts';
import type { Modal } from './limits/modal.ts';
import type { Account, Channel, Guild, Stored } from './places.ts';

/** The kinds of body that a bot sends. */
export type BodyKind =
  | 'command'
  | 'command edit'
  | 'commands'
  | 'callback'
  | 'follow-up'
  | 'webhook edit'
  | 'channel message'
  | 'channel edit';

/** Returns the problems of a body; an empty list accepts it. */
export type Validator = (body: unknown, kind: BodyKind) => string[];

/** A fault of one REST request: a delay, a refusal, or both. */
export type RestFault = {
  /** Delay before the request is handled or refused. */
  delayMs?: number;
  /** HTTP status of the refusal; the request then has no effect. Without a status the request is handled. */
  status?: number;
  /** Discord's error code in the body of the refusal. */
  code?: number;
  /** `Retry-After` of a 429 in seconds: 1 by default; `null` leaves the header out. */
  retryAfter?: number | null;
  /** Answers with Cloudflare's HTML page instead of Discord's JSON. */
  cloudflare?: boolean;
};

/** Returns the fault of a request, or `undefined` if it is handled normally. */
export type Disturbance = (request: { method: string; path: string }) => RestFault | undefined;

/** A body that was refused. */
export type Violation = { kind: BodyKind; problems: string[]; body: unknown };

/** A change of a message. `visibleTo` is the only person who sees an ephemeral message. */
export type MessageChange = {
  kind: 'create' | 'edit' | 'delete';
  message: APIMessage;
  visibleTo: string | undefined;
};

export type FirstAnswer =
  | { kind: 'message' | 'update'; deferred: boolean; stored: Stored }
  | { kind: 'choices'; choices: { name: string; value: string | number }[] }
  | { kind: 'modal'; modal: Modal };

/** An interaction, kept until its token expires. */
export type Interaction = {
  id: string;
  token: string;
  kind: 'command' | 'component' | 'autocomplete' | 'modal';
  type: InteractionType;
  commandName: string | undefined;
  person: Account;
  locale: string;
  channel: Channel;
  byUserInstall: boolean;
  createdAt: number;
  /** The message whose component was used. */
  source: Stored | undefined;
  /** Of a submitted modal: the interaction that opened it. */
  trigger: Interaction | undefined;
  focused: AutocompletedType | undefined;
  state: 'open' | 'answered' | 'failed';
  original: Stored | undefined;
  /** The modal that answered this interaction, until it is submitted. */
  modal: Modal | undefined;
  followUps: History<Stored>;
  /** Resolves the person's promise with the first answer. */
  settle: (answer: FirstAnswer) => void;
  fail: (reason: Error) => void;
};

export type StoredCommand = APIApplicationCommand;

/** The limits on identifying, and the identifies so far. */
export type IdentifyLimits = {
  /** Recommended number of shards. */
  shards: number;
  /** `max_concurrency`: one identify at a time per bucket `shard % concurrency`. */
  concurrency: number;
  /** Time between two identifies of one bucket, in ms. */
  everyMs: number;
  /** Time of the last identify, by bucket. */
  last: Map<number, number>;
  /** Number of identifies so far. */
  count: number;
};

/** Everything that this Discord stores, as plain data. The other files are functions of it. */
export type DiscordState = {
  clock: Clock;
  nextId: () => string;
  deadlineMs: number;
  validate: Validator | undefined;
  heartbeatMs: number;
  firstCommands: readonly string[];
  identifyLimits: IdentifyLimits;
  filler: Filler;
  disturbance: Disturbance | undefined;
  token: string;
  bot: APIUser;
  origin: string;
  guilds: Guild[];
  guildsById: Map<string, Guild>;
  channels: Map<string, Channel>;
  people: Map<string, Account>;
  commands: Map<string, StoredCommand>;
  interactions: Map<string, Interaction>;
  /** The bot's recent messages by their nonce. */
  nonces: Map<string, { stored: Stored; at: number }>;
  files: Map<string, { name: string; type: string; bytes: Uint8Array }>;
  sessions: Session[];
  /** Sockets that stay open without any further message. */
  stalled: WeakSet<object>;
  /** Called after every change of a session or a message. */
  waiting: Set<() => void>;
  watchers: Set<(change: MessageChange) => void>;
  violations: Violation[];
};

export type StateOptions = Pick<
  DiscordState,
  'clock' | 'deadlineMs' | 'validate' | 'heartbeatMs' | 'filler' | 'firstCommands'
> & {
  guilds: number;
  botName: string;
  guildName: string;
  identifyLimits: Pick<IdentifyLimits, 'shards' | 'concurrency' | 'everyMs'>;
};

/** Returns the state of a new Discord: the bot, its token and its guilds, without people. */
export function newState({
  guilds,
  botName,
  guildName,
  identifyLimits,
  ...options
}: StateOptions): DiscordState {
  const all = Array.from({ length: guilds }, (_, index) => newGuild(index, guildName));
  return {
    ...options,
    nextId: snowflakes(options.clock),
    identifyLimits: { ...identifyLimits, last: new Map(), count: 0 },
    disturbance: undefined,
    token: newToken(),
    bot: { ...newUser(BOT_ID, botName), bot: true },
    origin: '',
    guilds: all,
    guildsById: new Map(all.map((guild) => [guild.id, guild])),
    channels: new Map(all.flatMap(({ channels }) => channels.map((channel) => [channel.id, channel]))),
    people: new Map(),
    commands: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    files: new Map(),
    sessions: [],
    stalled: new WeakSet(),
    waiting: new Set(),
    watchers: new Set(),
    violations: [],
  };
}

/** Returns a user object as Discord sends it. */
export function newUser(id: string, name: string): APIUser {
  return {
    id,
    username: name.toLowerCase().replaceAll(/\s+/g, '_'),
    discriminator: '0',
    global_name: name,
    avatar: null,
  };
}

function newToken(): string {
  const id = Buffer.from(BOT_ID).toString('base64url');
  return [id, randomBytes(4).toString('base64url'), randomBytes(28).toString('base64url')].join('.');
}

/** Runs every pending check for a change of the state. */
export function wake(state: DiscordState): void {
  for (const check of [...state.waiting]) check();
}
