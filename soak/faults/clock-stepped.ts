import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Person } from '#local-discord';
import type { Game } from '../../src/store/games.ts';
import type { Store } from '../../src/store/store.ts';
import type { Fault } from '../fault.ts';
import { openBotSession } from '../running-bot.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A resumed game is due within this time. */
const DUE_WITHIN_MS = 180_000;
/** How soon after the step a game must be resumed. */
const RESUME_MS = 10_000;
const POLL_MS = 25;

/** Sets the machine's clock back by up to two days, then forward, in the middle of a game. Discord's clock is unaffected. */
export const clockStepped: Fault = {
  name: 'clock stepped',
  fullCount: 200,
  testCount: 2,
  open(context) {
    let offset = 0;
    let direction = -1;
    const clock = () => Date.now() + offset;
    const file = join(mkdtempSync(join(context.folder, 'clock-')), 'soak.db');
    // A rate limit, because a step back must not lock anybody out.
    const options = { clock, capacity: 100, store: { file } };
    return openBotSession(context, options, async ({ discord, store }, lookUpMeanwhile) => {
      const starter = discord.person({ name: 'Ana', channel: 'trivia' });
      const { id } = await openGame(store, discord.guilds[0]?.id ?? '', starter);
      offset = direction * context.random() * DAY_MS;
      direction = -direction;
      const outcome = await lookUpMeanwhile();
      const isResumed = ({ phase, due_at: due }: Game) =>
        phase === 'over' || (due > clock() && due <= clock() + DUE_WITHIN_MS);
      const resumed = await pollGame(async () => store.readGame(id), isResumed);
      const problems = [
        ...(outcome.refused > 0 ? ['a lookup was refused'] : []),
        ...(resumed === undefined
          ? [`a game is stuck after a step ${direction > 0 ? 'back' : 'forward'}`]
          : []),
      ];
      return { ...outcome, problems: [...outcome.problems, ...problems] };
    });
  },
};

/** A game of the server with an open question. Starts one if necessary. */
async function openGame(store: Store, guildId: string, starter: Person): Promise<Game> {
  const underWay = async () => (await store.gamesUnderWay(guildId))[0];
  if ((await underWay()) === undefined) {
    await store.changeSettings(guildId, { seconds: 1, pause: 1 });
    await starter.command('trivia jugar', { rondas: 5 });
  }
  const game = await pollGame(underWay, ({ phase }) => phase === 'open');
  return game ?? openGame(store, guildId, starter);
}

/** Reads a game until it meets the condition. Undefined if it does not in time. */
async function pollGame(
  read: () => Promise<Game | undefined>,
  condition: (game: Game) => boolean,
): Promise<Game | undefined> {
  const start = performance.now();
  while (performance.now() - start < RESUME_MS) {
    const game = await read();
    if (game !== undefined && condition(game)) return game;
    await delay(POLL_MS);
  }
  return undefined;
}
