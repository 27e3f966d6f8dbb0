import type { WebSocket } from 'ws';

const REPLAYED = 5000;

/** What a session was sent: kept for a resume. */
type Sent = { s: number; payload: string };

/** One shard of the bot that has identified itself. It outlives its socket until it is invalidated or replaced. */
export type Session = {
  id: string;
  shard: [number, number];
  intents: number;
  seq: number;
  sent: Sent[];
  socket: WebSocket | undefined;
};

/** Sends an event on a session and remembers it, so that a resume replays it. Without a socket it only remembers. */
export function sendEvent(session: Session, t: string, d: unknown): void {
  session.seq++;
  const payload = JSON.stringify({ op: 0, s: session.seq, t, d });
  session.sent.push({ s: session.seq, payload });
  if (session.sent.length > REPLAYED) session.sent.shift();
  if (isConnected(session)) session.socket?.send(payload);
}

/** Whether the session has an open socket. */
export function isConnected({ socket }: Session): boolean {
  return socket !== undefined && socket.readyState === socket.OPEN;
}

/** Returns the events after `seq`, or undefined when they are not all kept (or `seq` was never reached). */
export function eventsAfter({ seq: last, sent }: Session, seq: number): Sent[] | undefined {
  const first = sent[0]?.s ?? last + 1;
  if (seq > last || seq < first - 1) return undefined;
  return sent.filter(({ s }) => s > seq);
}

/** Whether events of that guild (or direct messages, without one) go to this shard. */
export function isServedBy(
  { shard: [place, count] }: Pick<Session, 'shard'>,
  guildId: string | undefined,
): boolean {
  return guildId === undefined ? place === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === place;
}
