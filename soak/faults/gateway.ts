import type { LocalDiscord } from '#local-discord';
import type { Fault } from '../fault.ts';
import { openBotSession } from '../running-bot.ts';

const HEARTBEAT_MS = 200;

/**
 * A fault of the bot's gateway connection. People call commands while the bot is disconnected and are answered after the
 * resume, so the default deadline is longer than Discord's.
 */
const gatewayFault = (
  fault: Omit<Fault, 'open' | 'fullCount'> & Partial<Pick<Fault, 'fullCount'>>,
  disturb: (gateway: LocalDiscord['gateway']) => Promise<void>,
  { deadlineMs = 20_000, heartbeatMs }: { deadlineMs?: number; heartbeatMs?: number } = {},
): Fault => ({
  fullCount: 200,
  ...fault,
  open: (context) =>
    openBotSession(
      context,
      { discord: { deadlineMs, ...(heartbeatMs && { heartbeatMs }) } },
      async ({ discord }, lookUpMeanwhile) => {
        const reconnected = disturb(discord.gateway);
        const outcome = await lookUpMeanwhile();
        await reconnected;
        return outcome;
      },
    ),
});

export const dropped = gatewayFault({ name: 'gateway dropped', testCount: 2 }, (gateway) => gateway.drop());

export const reconnect = gatewayFault({ name: 'gateway: op 7', testCount: 1 }, (gateway) =>
  gateway.reconnect(),
);

export const invalidSession = gatewayFault({ name: 'gateway: op 9', testCount: 1 }, (gateway) =>
  gateway.invalidate(true),
);

/** Events until the new session are lost, as on Discord. */
export const lostSession = gatewayFault(
  // Each takes six seconds: discord.js waits that long between two identifications.
  { name: 'gateway: op 9, session lost', fullCount: 50, testCount: 1, allowedLosses: 3 },
  (gateway) => gateway.invalidate(false),
  { deadlineMs: 1000 },
);

export const noAck = gatewayFault({ name: 'gateway: no ack', testCount: 1 }, (gateway) => gateway.stall(), {
  heartbeatMs: HEARTBEAT_MS,
});
