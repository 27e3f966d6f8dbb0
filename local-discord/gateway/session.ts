import { GatewayIntentBits } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

const KEPT_EVENTS = 5000;

/** An event of a session, kept for replay. */
type SentEvent = { s: number; payload: string };

/** One identified shard of the bot. It outlives its socket until it is invalidated or replaced. */
export type Session = {
  id: string;
  shard: [number, number];
  intents: number;
  seq: number;
  sent: SentEvent[];
  socket: WebSocket | undefined;
};

/** Sends an event and keeps it for replay. Without an open socket it is only kept. */
export function sendEvent(session: Session, t: string, d: unknown): void {
  session.seq++;
  const payload = JSON.stringify({ op: 0, s: session.seq, t, d });
  session.sent.push({ s: session.seq, payload });
  if (session.sent.length > KEPT_EVENTS) session.sent.shift();
  if (isConnected(session)) session.socket?.send(payload);
}

/** Sends an event of a guild to the sessions of its shard that have the Guilds intent. */
export function sendGuildEvent(
  { sessions }: { sessions: readonly Session[] },
  guildId: string,
  event: string,
  data: object,
): void {
  for (const session of sessions.filter((one) => isServedBy(one, guildId))) {
    if ((session.intents & GatewayIntentBits.Guilds) !== 0) sendEvent(session, event, data);
  }
}

/** Returns whether the session has an open socket. */
export function isConnected({ socket }: Session): boolean {
  return socket !== undefined && socket.readyState === socket.OPEN;
}

/** Returns the events after `seq`, or `undefined` if some are no longer kept or `seq` is too high. */
export function eventsAfter({ seq: last, sent }: Session, seq: number): SentEvent[] | undefined {
  const first = sent[0]?.s ?? last + 1;
  if (seq > last || seq < first - 1) return undefined;
  return sent.filter(({ s }) => s > seq);
}

/** Returns whether a shard receives the events of a guild. Shard 0 receives those of direct messages, which have no guild. */
export function isServedBy(
  { shard: [shard, count] }: Pick<Session, 'shard'>,
  guildId: string | undefined,
): boolean {
  return guildId === undefined ? shard === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === shard;
}
