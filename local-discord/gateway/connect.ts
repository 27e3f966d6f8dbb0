import { randomBytes } from 'node:crypto';
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { guildJson, isMember } from '../guild.ts';
import { membersOf } from '../guild-changes.ts';
import { type DiscordState, type IdentifyLimits, wake } from '../state.ts';
import { eventsAfter, isServedBy, type Session, sendEvent } from './session.ts';

/** Guild members, presences and message content, which the bot is not granted. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const ALL_INTENTS = (1 << 26) - 1;
/** Maximum number of guilds of one shard. */
export const GUILDS_PER_SHARD = 2500;

const token = z.string().transform((value) => value.replace(/^Bot /, ''));

const receivedSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal(Op.Heartbeat), d: z.int().nullish() }),
  z.object({
    op: z.literal(Op.Identify),
    d: z.object({ token, intents: z.int().min(0), shard: z.tuple([z.int(), z.int()]).default([0, 1]) }),
  }),
  z.object({ op: z.literal(Op.Resume), d: z.object({ token, session_id: z.string(), seq: z.int().min(0) }) }),
  z.object({ op: z.literal(Op.PresenceUpdate), d: z.unknown() }),
]);

type Received = z.infer<typeof receivedSchema>;
type Identify = Extract<Received, { op: Op.Identify }>['d'];
type Resume = Extract<Received, { op: Op.Resume }>['d'];

/** A bot's socket, and its session once it has identified or resumed. */
type Connection = { state: DiscordState; socket: WebSocket; session: Session | undefined };

/** Serves Discord's gateway protocol on a socket that a bot has just opened. */
export function connectBot(state: DiscordState, socket: WebSocket): void {
  const connection: Connection = { state, socket, session: undefined };
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    const message = parse(String(data));
    if (message) handle(connection, message);
    else socket.close(Close.DecodeError, 'Error while decoding payload.');
  });
  socket.on('close', (code) => {
    const { session } = connection;
    if (session?.socket === socket) session.socket = undefined;
    if (endsSession(code)) state.sessions = state.sessions.filter((other) => other !== session);
    wake(state);
  });
  send(socket, Op.Hello, { heartbeat_interval: state.heartbeatMs });
}

/** Sends a payload that is not an event. */
export function send(socket: WebSocket, op: Op, d: unknown = null): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

/** Close codes 1000 and 1001 end the session; after any other code the bot may resume. */
const endsSession = (code: number) => code === 1000 || code === 1001;

function parse(data: string): Received | undefined {
  try {
    return receivedSchema.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

function handle(connection: Connection, message: Received): void {
  switch (message.op) {
    case Op.Heartbeat:
      if (!connection.state.stalled.has(connection.socket)) send(connection.socket, Op.HeartbeatAck);
      break;
    case Op.Identify:
      identify(connection, message.d);
      break;
    case Op.Resume:
      resume(connection, message.d);
      break;
    case Op.PresenceUpdate:
      if (!connection.session) connection.socket.close(Close.NotAuthenticated, 'Not authenticated.');
  }
}

function refusalOf(
  { state, session }: Connection,
  { token, intents, shard }: Identify,
): [Close, string] | undefined {
  const [index, count] = shard;
  if (session) return [Close.AlreadyAuthenticated, 'Already authenticated.'];
  if (token !== state.token) return [Close.AuthenticationFailed, 'Authentication failed.'];
  if (index < 0 || index >= count) return [Close.InvalidShard, 'Invalid shard.'];
  const served = state.guilds.filter((guild) => isMember(guild) && isServedBy({ shard }, guild.id));
  if (served.length > GUILDS_PER_SHARD) return [Close.ShardingRequired, 'Sharding is required.'];
  if ((intents & ~ALL_INTENTS) !== 0) return [Close.InvalidIntents, 'Invalid intent(s).'];
  if ((intents & PRIVILEGED) !== 0) return [Close.DisallowedIntents, 'Disallowed intent(s).'];
  return undefined;
}

function identify(connection: Connection, request: Identify): void {
  const refusal = refusalOf(connection, request);
  if (refusal) connection.socket.close(...refusal);
  else if (!mayIdentify(connection.state.identifyLimits, request.shard[0]))
    send(connection.socket, Op.InvalidSession, false);
  else startSession(connection, request);
}

/** Takes the identify slot of a shard's `max_concurrency` bucket; returns whether it was free. Runs on real time, like sockets. */
function mayIdentify(limits: IdentifyLimits, shard: number): boolean {
  const bucket = shard % limits.concurrency;
  const now = performance.now();
  if (now < (limits.last.get(bucket) ?? Number.NEGATIVE_INFINITY) + limits.everyMs) return false;
  limits.last.set(bucket, now);
  limits.count++;
  return true;
}

function startSession(connection: Connection, { intents, shard }: Identify): void {
  const { state, socket } = connection;
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    shard,
    intents,
    seq: 0,
    sent: [],
    socket,
  };
  connection.session = session;
  const isReplaced = (other: Session) => other.socket === undefined && other.shard.join() === shard.join();
  state.sessions = [...state.sessions.filter((other) => !isReplaced(other)), session];
  const guilds = state.guilds.filter((guild) => isMember(guild) && isServedBy(session, guild.id));
  sendEvent(session, 'READY', {
    v: 10,
    user: { ...state.bot, email: null, flags: 0, mfa_enabled: false, verified: true },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: gatewayUrl(state),
    shard,
    application: { id: state.bot.id, flags: 0 },
    private_channels: [],
    relationships: [],
    user_settings: {},
  });
  for (const guild of guilds.filter(({ bot }) => bot === 'joined')) {
    sendEvent(session, 'GUILD_CREATE', guildJson(guild, membersOf(state, guild), state.bot, state.filler));
  }
  wake(state);
}

function resume(connection: Connection, { token, session_id, seq }: Resume): void {
  const { state, socket } = connection;
  if (token !== state.token) {
    socket.close(Close.AuthenticationFailed, 'Authentication failed.');
    return;
  }
  const session = state.sessions.find(({ id }) => id === session_id);
  const missed = session && eventsAfter(session, seq);
  if (!session || !missed) {
    send(socket, Op.InvalidSession, false);
    return;
  }
  connection.session = session;
  session.socket = socket;
  for (const { payload } of missed) socket.send(payload);
  sendEvent(session, 'RESUMED', { _trace: [] });
  wake(state);
}

/** Returns the address of the gateway. */
export function gatewayUrl({ origin }: DiscordState): string {
  return `${origin.replace('http', 'ws')}/gateway`;
}
