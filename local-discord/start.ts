import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Clock } from './clock.ts';
import { bare, type Furniture } from './furniture.ts';
import { connectBot } from './gateway/connect.ts';
import { type Gateway, newGateway } from './gateway/faults.ts';
import { OWNER_ID, PROMPT_ID } from './guild.ts';
import { type GuildChanges, newGuildChanges } from './guild-changes.ts';
import { NoAnswer } from './interactions.ts';
import { newCast } from './page-server/cast.ts';
import { connectPage } from './page-server/page-socket.ts';
import { newPerson, type Person, type PersonOptions } from './people/person.ts';
import type { Guild } from './places.ts';
import { isOwnVisitor } from './rest/guard.ts';
import { serve } from './rest/serve.ts';
import { newThreads, type Threads } from './threads.ts';
import {
  type Disturbance,
  type Happening,
  type Judge,
  newWorld,
  type Violation,
  type World,
} from './world.ts';

const MAX_PAYLOAD = 64 * 1024;
const GOING_AWAY = 1012;

export type LocalDiscordOptions = {
  /** 0, the default, takes a free one. */
  port?: number;
  clock?: Clock;
  /** How long the bot has for its first answer: 3,000 ms, as on Discord. */
  deadlineMs?: number;
  /** How many guilds there are: 1. */
  guilds?: number;
  judge?: Judge | undefined;
  /** What every guild has besides the channels that people use here: nothing. */
  furniture?: Furniture;
  /** How many shards the bot is told to take: 1. */
  shards?: number;
  /** How many shards may start at once (Discord's max_concurrency): 1. */
  concurrency?: number;
  /** How long the next of them must wait: 0 ms, where Discord says 5,000. One that does not is told so by op 9. */
  startEveryMs?: number;
  /** How often the bot is to send a heartbeat: every 41,250 ms, as on Discord. */
  heartbeatMs?: number;
};

/** A Discord on this machine. Everything on it is reached over HTTP and a socket, except what people do. */
export type LocalDiscord = {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** For discord.js: `new Client({ rest: { api } })`. */
  api: string;
  token: string;
  applicationId: string;
  guilds: readonly Guild[];
  /** The ids of those who sit at this machine and rule the server: Ana of the page, and who types at the prompt. */
  admins: readonly string[];
  gateway: Gateway;
  /** The bot's rights in a channel, and whether it is in a guild. */
  changes: GuildChanges;
  /** Opens, archives, locks and deletes threads. */
  threads: Threads;
  /** From now on each request to the API is asked about; without an argument all are served again. */
  disturb(disturbance?: Disturbance): void;
  /** Every body of the bot that was refused. */
  violations: readonly Violation[];
  /** What a person is called, by id. */
  nameOf(id: string): string | undefined;
  /** Lets a person in. */
  person(options: PersonOptions): Person;
  /** Calls back for every message that is made, changed or deleted; returns how to stop. */
  watch(watcher: (happening: Happening) => void): () => void;
  close(): Promise<void>;
};

/** Starts a Discord on 127.0.0.1. `close()` it at the end. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { port = 0, clock = Date.now, deadlineMs = 3000, guilds = 1, judge, heartbeatMs = 41_250 } = options;
  const { shards = 1, concurrency = 1, startEveryMs: everyMs = 0, furniture = bare } = options;
  const starts = { shards, concurrency, everyMs };
  const world = newWorld({ clock, deadlineMs, judge, guilds, heartbeatMs, starts, furniture });
  const server = createServer((request, response) => void serve(world, request, response));
  const sockets = listenForSockets(world, server);
  await listen(server, port);
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: world.origin,
    api: `${world.origin}/api`,
    token: world.token,
    applicationId: world.bot.id,
    guilds: world.guilds,
    admins: [OWNER_ID, PROMPT_ID],
    gateway: newGateway(world),
    changes: newGuildChanges(world),
    threads: newThreads(world),
    disturb: (disturbance) => {
      world.disturbance = disturbance;
    },
    violations: world.violations,
    nameOf: (id) => world.people.get(id)?.user.global_name ?? undefined,
    person: (about) => newPerson(world, about),
    watch: (watcher) => {
      world.watchers.add(watcher);
      return () => world.watchers.delete(watcher);
    },
    close: () => close(world, server, sockets),
  };
}

/** Bots come to /gateway, people to /people. */
function listenForSockets(world: World, server: Server): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD });
  const cast = newCast(world);
  server.on('upgrade', (request, stream: Duplex, head) => {
    const [, door] = /^\/(gateway|people)\/?(?:\?|$)/.exec(request.url ?? '') ?? [];
    if (!isOwnVisitor(world, request)) return refuse(stream, '403 Forbidden');
    if (door === undefined) return refuse(stream, '404 Not Found');
    sockets.handleUpgrade(request, stream, head, (socket) =>
      door === 'gateway' ? connectBot(world, socket) : connectPage(world, cast, socket),
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

async function close(world: World, server: Server, sockets: WebSocketServer): Promise<void> {
  for (const interaction of world.interactions.values())
    interaction.fail(new NoAnswer('This Discord was closed'));
  for (const socket of sockets.clients) socket.close(GOING_AWAY);
  for (const socket of sockets.clients) socket.terminate();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
