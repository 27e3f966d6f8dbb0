import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { waitFor } from '../history.ts';
import type { DiscordState } from '../state.ts';
import { send } from './connect.ts';
import { isConnected, type Session } from './session.ts';

/** Faults of the bot's gateway connection. Each promise resolves when every shard is connected again, and rejects after 30 s. */
export type Gateway = {
  /** Resolves once that many shards are connected: 1 by default. */
  ready(withinMs?: number, shards?: number): Promise<void>;
  /** Asks the bot to reconnect and resume (op 7). */
  reconnect(): Promise<void>;
  /** Invalidates the session (op 9). If it is not resumable, the events that the bot missed are lost. */
  invalidate(resumable: boolean): Promise<void>;
  /** Keeps the connection open without sending anything: no events, no heartbeat acknowledgements. */
  stall(): Promise<void>;
  /** Sends each shard its last event again, as Discord may do around a resume. */
  repeat(): void;
  /** Drops the TCP connection without a close frame. */
  drop(): Promise<void>;
};

const RECONNECT_MS = 30_000;

/** Returns the gateway faults of this Discord. */
export function newGateway(state: DiscordState): Gateway {
  const disturb = (act: (socket: WebSocket) => void) => {
    const shards = state.sessions.filter(isConnected);
    for (const session of shards) {
      const { socket } = session;
      detach(session);
      if (socket) act(socket);
    }
    return connected(state, shards.length, Math.max(RECONNECT_MS, 3 * state.heartbeatMs));
  };
  return {
    ready: (withinMs = RECONNECT_MS, shards = 1) => connected(state, shards, withinMs),
    reconnect: () => disturb((socket) => send(socket, Op.Reconnect)),
    stall: () => disturb((socket) => void state.stalled.add(socket)),
    repeat: () => {
      for (const { socket, sent } of state.sessions.filter(isConnected))
        socket?.send(sent.at(-1)?.payload ?? '');
    },
    drop: () => disturb((socket) => socket.terminate()),
    invalidate: (resumable) => {
      const reconnected = disturb((socket) => send(socket, Op.InvalidSession, resumable));
      if (!resumable) state.sessions = state.sessions.filter(isConnected);
      return reconnected;
    },
  };
}

/** From now on events are only kept. Sending them as well would deliver them twice: now and by the resume. */
function detach(session: Session): void {
  session.socket = undefined;
}

async function connected(state: DiscordState, shards: number, withinMs: number): Promise<void> {
  const isReached = () => state.sessions.filter(isConnected).length >= shards || undefined;
  await waitFor(state.waiting, isReached, 'the bot on the gateway', withinMs);
}
