import { randomBytes } from 'node:crypto';
import type { APIApplicationCommand, APIMessage, APIUser, InteractionType } from 'discord-api-types/v10';
import { type Clock, snowflakes } from './clock.ts';
import type { Furniture } from './furniture.ts';
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

/** A second opinion on every body the bot sends: what is wrong with it, or an empty list. */
export type Judge = (body: unknown, kind: BodyKind) => string[];

/** What befalls a request of the bot's. */
export type RestFault = {
  /** How long it lies there first. */
  delayMs?: number;
  /** It is then refused with this status, and has no effect; without one it is served. */
  status?: number;
  /** Discord's own code of the refusal. */
  code?: number;
  /** Of a 429: after how many seconds to ask again, 1 by default; `null` leaves the header out. */
  retryAfter?: number | null;
  /** Cloudflare answers in Discord's place: an HTML page, and nothing of Discord's. */
  cloudflare?: boolean;
};

/** Says of each request what befalls it, if anything. */
export type Disturbance = (request: { method: string; path: string }) => RestFault | undefined;

/** A body that was refused. */
export type Violation = { kind: BodyKind; problems: string[]; body: unknown };

/** What happened to a message, for those who watch. */
export type Happening = {
  kind: 'create' | 'edit' | 'delete';
  message: APIMessage;
  seenBy: string | undefined;
};

export type FirstAnswer =
  | { kind: 'message' | 'update'; deferred: boolean; stored: Stored }
  | { kind: 'choices'; choices: { name: string; value: string | number }[] }
  | { kind: 'modal'; modal: Modal };

/** An interaction from its dispatch to the end of its token. */
export type Interaction = {
  id: string;
  token: string;
  asked: 'command' | 'component' | 'autocomplete' | 'modal';
  type: InteractionType;
  commandName: string | undefined;
  person: Account;
  locale: string;
  channel: Channel;
  byUserInstall: boolean;
  createdAt: number;
  source: Stored | undefined;
  /** Of a submitted modal: the interaction that it was the answer to. */
  trigger: Interaction | undefined;
  focused: AutocompletedType | undefined;
  state: 'open' | 'answered' | 'failed';
  original: Stored | undefined;
  /** The modal that it was answered with, until it is submitted. */
  modal: Modal | undefined;
  followUps: History<Stored>;
  /** Hands the first answer to the person who waits. */
  settle: (answer: FirstAnswer) => void;
  fail: (reason: Error) => void;
};

export type StoredCommand = APIApplicationCommand;

/** How the bot may start its shards. */
export type Starts = {
  /** How many shards it is told to take. */
  shards: number;
  /** How many it may start at once: one of those whose numbers leave the same rest. */
  concurrency: number;
  /** How long the next of those must wait, in ms. */
  everyMs: number;
  /** When each rest last had its start, and how many there ever were. */
  last: Map<number, number>;
  count: number;
};

/** Everything this Discord knows. Plain data: the other files are functions over it. */
export type World = {
  clock: Clock;
  nextId: () => string;
  deadlineMs: number;
  judge: Judge | undefined;
  heartbeatMs: number;
  starts: Starts;
  furniture: Furniture;
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
  /** The last messages of the bot that asked for a nonce of their own. */
  nonces: Map<string, { stored: Stored; at: number }>;
  files: Map<string, { name: string; type: string; bytes: Uint8Array }>;
  sessions: Session[];
  /** Connections on which nothing more is said. */
  hushed: WeakSet<object>;
  /** Woken whenever a session or a message changes. */
  waiting: Set<() => void>;
  watchers: Set<(happening: Happening) => void>;
  violations: Violation[];
};

export type WorldOptions = {
  clock: Clock;
  deadlineMs: number;
  judge: Judge | undefined;
  guilds: number;
  heartbeatMs: number;
  starts: Pick<Starts, 'shards' | 'concurrency' | 'everyMs'>;
  furniture: Furniture;
};

/** Returns a world with the bot, its guilds and a token, and nobody in it yet. */
export function newWorld({
  clock,
  deadlineMs,
  judge,
  guilds,
  heartbeatMs,
  starts,
  furniture,
}: WorldOptions): World {
  const all = Array.from({ length: guilds }, (_, index) => newGuild(index));
  return {
    clock,
    nextId: snowflakes(clock),
    deadlineMs,
    judge,
    heartbeatMs,
    starts: { ...starts, last: new Map(), count: 0 },
    furniture,
    disturbance: undefined,
    token: newToken(),
    bot: { ...newUser(BOT_ID, 'Filmoteca'), bot: true },
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
    hushed: new WeakSet(),
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

/** Wakes everyone who waits for a change of the world. */
export function wake(world: World): void {
  for (const look of [...world.waiting]) look();
}
