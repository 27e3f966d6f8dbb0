import { randomBytes } from 'node:crypto';
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { guildJson, isMember } from '../guild.ts';
import { membersOf } from '../guild-changes.ts';
import { type World, wake } from '../world.ts';
import { mayStart } from './may-start.ts';
import { eventsAfter, isServedBy, type Session, sendEvent } from './session.ts';

/** Guild members, presences and message content: a bot must be granted these, and ours is not. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const ALL_INTENTS = (1 << 26) - 1;
/** More than these, and Discord wants the bot to take more shards. */
const GUILDS_A_SHARD = 2500;

const token = z.string().transform((value) => value.replace(/^Bot /, ''));

const received = z.discriminatedUnion('op', [
  z.object({ op: z.literal(Op.Heartbeat), d: z.int().nullish() }),
  z.object({
    op: z.literal(Op.Identify),
    d: z.object({ token, intents: z.int().min(0), shard: z.tuple([z.int(), z.int()]).default([0, 1]) }),
  }),
  z.object({ op: z.literal(Op.Resume), d: z.object({ token, session_id: z.string(), seq: z.int().min(0) }) }),
  z.object({ op: z.literal(Op.PresenceUpdate), d: z.unknown() }),
]);

type Received = z.infer<typeof received>;
type Identify = Extract<Received, { op: Op.Identify }>['d'];
type Resume = Extract<Received, { op: Op.Resume }>['d'];

/** A socket and the session it came to speak for. */
type Line = { world: World; socket: WebSocket; session: Session | undefined };

/** Speaks Discord's gateway protocol over a socket that a bot has just opened. */
export function connectBot(world: World, socket: WebSocket): void {
  const line: Line = { world, socket, session: undefined };
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    const message = parse(String(data));
    if (message) hear(line, message);
    else socket.close(Close.DecodeError, 'Error while decoding payload.');
  });
  socket.on('close', (code) => {
    const { session } = line;
    if (session?.socket === socket) session.socket = undefined;
    if (isGoodbye(code)) world.sessions = world.sessions.filter((other) => other !== session);
    wake(world);
  });
  send(socket, Op.Hello, { heartbeat_interval: world.heartbeatMs });
}

/** Sends a payload that is not an event. */
export function send(socket: WebSocket, op: Op, d: unknown = null): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

/** A bot that closes with 1000 or 1001 ends its session; with any other code it may resume. */
const isGoodbye = (code: number) => code === 1000 || code === 1001;

function parse(data: string): Received | undefined {
  try {
    return received.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

function hear(line: Line, message: Received): void {
  switch (message.op) {
    case Op.Heartbeat:
      if (!line.world.hushed.has(line.socket)) send(line.socket, Op.HeartbeatAck);
      break;
    case Op.Identify:
      identify(line, message.d);
      break;
    case Op.Resume:
      resume(line, message.d);
      break;
    case Op.PresenceUpdate:
      if (!line.session) line.socket.close(Close.NotAuthenticated, 'Not authenticated.');
  }
}

function refusalOf(
  { world, session }: Line,
  { token, intents, shard }: Identify,
): [Close, string] | undefined {
  const [place, count] = shard;
  if (session) return [Close.AlreadyAuthenticated, 'Already authenticated.'];
  if (token !== world.token) return [Close.AuthenticationFailed, 'Authentication failed.'];
  if (place < 0 || place >= count) return [Close.InvalidShard, 'Invalid shard.'];
  const served = world.guilds.filter((guild) => isMember(guild) && isServedBy({ shard }, guild.id));
  if (served.length > GUILDS_A_SHARD) return [Close.ShardingRequired, 'Sharding is required.'];
  if ((intents & ~ALL_INTENTS) !== 0) return [Close.InvalidIntents, 'Invalid intent(s).'];
  if ((intents & PRIVILEGED) !== 0) return [Close.DisallowedIntents, 'Disallowed intent(s).'];
  return undefined;
}

function identify(line: Line, asked: Identify): void {
  const refusal = refusalOf(line, asked);
  if (refusal) line.socket.close(...refusal);
  else if (!mayStart(line.world.starts, asked.shard[0])) send(line.socket, Op.InvalidSession, false);
  else welcome(line, asked);
}

function welcome(line: Line, asked: Identify): void {
  const { world, socket } = line;
  const { intents, shard } = asked;
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    shard,
    intents,
    seq: 0,
    sent: [],
    socket,
  };
  line.session = session;
  const replaced = (other: Session) => other.socket === undefined && other.shard.join() === shard.join();
  world.sessions = [...world.sessions.filter((other) => !replaced(other)), session];
  const guilds = world.guilds.filter((guild) => isMember(guild) && isServedBy(session, guild.id));
  sendEvent(session, 'READY', {
    v: 10,
    user: { ...world.bot, email: null, flags: 0, mfa_enabled: false, verified: true },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: gatewayUrl(world),
    shard,
    application: { id: world.bot.id, flags: 0 },
    private_channels: [],
    relationships: [],
    user_settings: {},
  });
  for (const guild of guilds.filter(({ bot }) => bot === 'joined')) {
    sendEvent(session, 'GUILD_CREATE', guildJson(guild, membersOf(world, guild), world.bot, world.furniture));
  }
  wake(world);
}

function resume(line: Line, { token, session_id, seq }: Resume): void {
  const { world, socket } = line;
  if (token !== world.token) {
    socket.close(Close.AuthenticationFailed, 'Authentication failed.');
    return;
  }
  const session = world.sessions.find(({ id }) => id === session_id);
  const missed = session && eventsAfter(session, seq);
  if (!session || !missed) {
    send(socket, Op.InvalidSession, false);
    return;
  }
  line.session = session;
  session.socket = socket;
  for (const { payload } of missed) socket.send(payload);
  sendEvent(session, 'RESUMED', { _trace: [] });
  wake(world);
}

/** Returns the address that bots open their socket at. */
export function gatewayUrl({ origin }: World): string {
  return `${origin.replace('http', 'ws')}/gateway`;
}
