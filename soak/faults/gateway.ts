import type { LocalDiscord } from '#local-discord';
import type { Fault } from '../fault.ts';
import { onStage } from '../on-stage.ts';

const HEARTBEAT_MS = 200;

/** A fault of the bot's connection; people ask while it is away, and are answered when it resumes. */
const ofGateway = (
  fault: Omit<Fault, 'open' | 'full'> & Partial<Pick<Fault, 'full'>>,
  disturb: (gateway: LocalDiscord['gateway']) => Promise<void>,
  { deadlineMs = 20_000, heartbeatMs }: { deadlineMs?: number; heartbeatMs?: number } = {},
): Fault => ({
  full: 200,
  ...fault,
  open: (ground) =>
    // What was asked while it was away waits for the resume: longer than a person would.
    onStage(
      ground,
      { discord: { deadlineMs, ...(heartbeatMs && { heartbeatMs }) } },
      async ({ discord }, ask) => {
        const back = disturb(discord.gateway);
        const outcome = await ask();
        await back;
        return outcome;
      },
    ),
});

export const dropped = ofGateway({ name: 'gateway dropped', slice: 2 }, (gateway) => gateway.drop());

export const reconnect = ofGateway({ name: 'gateway: op 7', slice: 1 }, (gateway) => gateway.reconnect());

export const invalid = ofGateway({ name: 'gateway: op 9', slice: 1 }, (gateway) => gateway.invalidate(true));

/** What happens until the bot has a new session is lost, on Discord too. */
export const invalidForGood = ofGateway(
  // Six seconds each: discord.js waits that long between two identifications.
  { name: 'gateway: op 9, session lost', full: 50, slice: 1, mayLose: 3 },
  (gateway) => gateway.invalidate(false),
  { deadlineMs: 1000 },
);

export const noAck = ofGateway({ name: 'gateway: no ack', slice: 1 }, (gateway) => gateway.hush(), {
  heartbeatMs: HEARTBEAT_MS,
});
