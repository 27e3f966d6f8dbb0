import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { waitFor } from '../history.ts';
import type { World } from '../world.ts';
import { send } from './connect.ts';
import { isConnected, type Session } from './session.ts';

/** What can be done to the bot's connection. Each resolves when every shard is back (at most 30 s, else it rejects). */
export type Gateway = {
  /** Resolves as soon as the bot is connected with so many shards: 1. */
  ready(withinMs?: number, shards?: number): Promise<void>;
  /** Asks the bot to connect again and resume (op 7). */
  reconnect(): Promise<void>;
  /** Tells the bot that its session is invalid (op 9), resumable or not. Not resumable: what it missed is lost. */
  invalidate(resumable: boolean): Promise<void>;
  /** Leaves the line open and says nothing more on it: no event, no acknowledgement of a heartbeat. */
  hush(): Promise<void>;
  /** Sends each shard its last event once more, as a resume at the wrong moment does. */
  repeat(): void;
  /** Cuts the TCP connection without a word. */
  drop(): Promise<void>;
};

const BACK_MS = 30_000;

/** Returns the gateway's switches for that world. */
export function newGateway(world: World): Gateway {
  const disturb = (act: (socket: WebSocket) => void) => {
    const shards = world.sessions.filter(isConnected);
    for (const session of shards) {
      const { socket } = session;
      detach(session);
      if (socket) act(socket);
    }
    return back(world, shards.length, Math.max(BACK_MS, 3 * world.heartbeatMs));
  };
  return {
    ready: (withinMs = BACK_MS, shards = 1) => back(world, shards, withinMs),
    reconnect: () => disturb((socket) => send(socket, Op.Reconnect)),
    hush: () => disturb((socket) => void world.hushed.add(socket)),
    repeat: () => {
      for (const { socket, sent } of world.sessions.filter(isConnected))
        socket?.send(sent.at(-1)?.payload ?? '');
    },
    drop: () => disturb((socket) => socket.terminate()),
    invalidate: (resumable) => {
      const returned = disturb((socket) => send(socket, Op.InvalidSession, resumable));
      if (!resumable) world.sessions = world.sessions.filter(isConnected);
      return returned;
    },
  };
}

/** From now on events are only remembered: sent as well, they would come twice, live and by the resume. */
function detach(session: Session): void {
  session.socket = undefined;
}

async function back(world: World, shards: number, withinMs = BACK_MS): Promise<void> {
  const isBack = () => {
    return world.sessions.filter(isConnected).length >= shards ? true : undefined;
  };
  await waitFor(world.waiting, isBack, 'the bot on the gateway', withinMs);
}
