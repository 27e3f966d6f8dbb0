import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Clock } from './clock.ts';
import { type Filler, noFiller } from './filler.ts';
import { connectBot } from './gateway/connect.ts';
import { type Gateway, newGateway } from './gateway/faults.ts';
import { OWNER_ID, PROMPT_ID } from './guild.ts';
import { type GuildChanges, newGuildChanges } from './guild-changes.ts';
import { NoAnswer } from './interactions.ts';
import { connectPage } from './page-server/page-socket.ts';
import { newPagePeople } from './page-server/people.ts';
import { newPerson, type Person, type PersonOptions } from './people/person.ts';
import type { Guild } from './places.ts';
import { isLocalRequest, serve } from './rest/serve.ts';
import {
  type DiscordState,
  type Disturbance,
  type MessageChange,
  newState,
  type Validator,
  type Violation,
} from './state.ts';
import { newThreads, type Threads } from './threads.ts';

/** Discord's deadline of the first answer to an interaction. */
export const DEADLINE_MS = 3000;
/** Discord's heartbeat interval. */
export const HEARTBEAT_MS = 41_250;
const MAX_PAYLOAD = 64 * 1024;
const SERVICE_RESTART = 1012;

export type LocalDiscordOptions = {
  /** Default: 0, any free port. */
  port?: number;
  /** Name of the bot's account. Default: Bot. */
  botName?: string;
  /** Name of the first guild; the others get a number. Default: Server. */
  guildName?: string;
  /** Registered names of the commands that the page lists first and offers in an empty channel. Default: none. */
  firstCommands?: readonly string[];
  /** Default: `Date.now`. Timestamps, ids, token lifetimes and deadlines follow it. */
  clock?: Clock;
  /** Deadline of the bot's first answer to an interaction. Default: 3,000 ms, as on Discord. */
  deadlineMs?: number;
  /** Number of guilds. Default: 1. */
  guilds?: number;
  /** A second check of every body that the bot sends, for example against Discord's OpenAPI document. */
  validate?: Validator | undefined;
  /** Extra channels, roles and emojis in every guild, so that payloads are as large as on a real server. Default: none. */
  filler?: Filler;
  /** Number of shards that `GET /gateway/bot` recommends. Default: 1. */
  shards?: number;
  /** Discord's `max_concurrency`: how many shards may identify at once. Default: 1. */
  concurrency?: number;
  /** Time between two identifies of one `max_concurrency` bucket; an earlier one gets op 9. Default: 0 ms; Discord: 5,000. */
  startEveryMs?: number;
  /** Heartbeat interval. Default: 41,250 ms, as on Discord. */
  heartbeatMs?: number;
};

/** A Discord on this machine. The bot connects to it over HTTP and WebSocket; people are functions. */
export type LocalDiscord = {
  /** `http://127.0.0.1:PORT`, the address of the page. */
  url: string;
  /** Base address of the REST API: `new Client({ rest: { api } })`. */
  api: string;
  token: string;
  applicationId: string;
  guilds: readonly Guild[];
  /** Ids of the administrators: Ana on the page, and the person at the prompt. */
  admins: readonly string[];
  gateway: Gateway;
  /** Changes to guilds: channels, the bot's permissions, its membership, outages. */
  changes: GuildChanges;
  /** Opens, archives, locks and deletes threads. */
  threads: Threads;
  /** From now on, `disturbance` decides for each API request whether it is delayed or refused. No argument: no faults. */
  disturb(disturbance?: Disturbance): void;
  /** Every body that was refused, at most the last 1,000. */
  violations: readonly Violation[];
  /** Returns the display name of a person. */
  nameOf(id: string): string | undefined;
  /** Adds a person to a guild. */
  person(options: PersonOptions): Person;
  /** Calls `watcher` when a message is created, edited or deleted. Returns a function that stops it. */
  watch(watcher: (change: MessageChange) => void): () => void;
  close(): Promise<void>;
};

/** Starts a Discord on 127.0.0.1. Call `close()` at the end. Rejects if the port is taken. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { port = 0, clock = Date.now, deadlineMs = DEADLINE_MS, guilds = 1 } = options;
  const { shards = 1, concurrency = 1, startEveryMs: everyMs = 0, filler = noFiller } = options;
  const { botName = 'Bot', guildName = 'Server', validate, heartbeatMs = HEARTBEAT_MS } = options;
  const { firstCommands = [] } = options;
  const identifyLimits = { shards, concurrency, everyMs };
  const state = newState({
    clock,
    deadlineMs,
    validate,
    guilds,
    botName,
    guildName,
    firstCommands,
    heartbeatMs,
    identifyLimits,
    filler,
  });
  const server = createServer((request, response) => void serve(state, request, response));
  const sockets = acceptSockets(state, server);
  await listen(server, port);
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: state.origin,
    api: `${state.origin}/api`,
    token: state.token,
    applicationId: state.bot.id,
    guilds: state.guilds,
    admins: [OWNER_ID, PROMPT_ID],
    gateway: newGateway(state),
    changes: newGuildChanges(state),
    threads: newThreads(state),
    disturb: (disturbance) => {
      state.disturbance = disturbance;
    },
    violations: state.violations,
    nameOf: (id) => state.people.get(id)?.user.global_name ?? undefined,
    person: (options) => newPerson(state, options),
    watch: (watcher) => {
      state.watchers.add(watcher);
      return () => state.watchers.delete(watcher);
    },
    close: () => close(state, server, sockets),
  };
}

/** Bots connect to /gateway, pages to /people. */
function acceptSockets(state: DiscordState, server: Server): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD });
  const people = newPagePeople(state);
  server.on('upgrade', (request, stream: Duplex, head) => {
    const [, path] = /^\/(gateway|people)\/?(?:\?|$)/.exec(request.url ?? '') ?? [];
    if (!isLocalRequest(state, request)) return refuse(stream, '403 Forbidden');
    if (path === undefined) return refuse(stream, '404 Not Found');
    sockets.handleUpgrade(request, stream, head, (socket) =>
      path === 'gateway' ? connectBot(state, socket) : connectPage(state, people, socket),
    );
  });
  return sockets;
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(state: DiscordState, server: Server, sockets: WebSocketServer): Promise<void> {
  for (const interaction of state.interactions.values())
    interaction.fail(new NoAnswer('This Discord was closed'));
  for (const socket of sockets.clients) socket.close(SERVICE_RESTART);
  for (const socket of sockets.clients) socket.terminate();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
