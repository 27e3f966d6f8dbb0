import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Person } from '#local-discord';
import type { Game } from '../../src/store/games.ts';
import type { Store } from '../../src/store/store.ts';
import type { Fault } from '../fault.ts';
import { onStage } from '../on-stage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How far ahead the next moment of a game may lie, how soon it must lie there, and how often that is looked at. */
const AHEAD_MS = 180_000;
const IN_HAND_MS = 10_000;
const LOOK_MS = 25;

/** The machine's clock is set back by up to two days, then forth, in the middle of a game; Discord's goes on. */
export const clockStepped: Fault = {
  name: 'clock stepped',
  full: 200,
  slice: 2,
  open(ground) {
    let off = 0;
    let way = -1;
    const clock = () => Date.now() + off;
    const file = join(mkdtempSync(join(ground.scratch, 'clock-')), 'soak.db');
    // With the bot's own limit on how fast a person asks: a step back must not shut anybody out.
    const options = { clock, capacity: 100, store: { file } };
    return onStage(ground, options, async ({ discord, store }, ask) => {
      const starter = discord.person({ name: 'Ana', channel: 'trivia' });
      const { id } = await openGame(store, discord.guilds[0]?.id ?? '', starter);
      off = way * ground.random() * DAY_MS;
      way = -way;
      const outcome = await ask();
      const isInHand = ({ phase, due_at: due }: Game) =>
        phase === 'over' || (due > clock() && due <= clock() + AHEAD_MS);
      const found = await lookFor(async () => store.readGame(id), isInHand);
      const problems = [
        ...(outcome.told > 0 ? ['a look-up was refused'] : []),
        ...(found === undefined ? [`a game stands still after a step ${way > 0 ? 'back' : 'forth'}`] : []),
      ];
      return { ...outcome, problems: [...outcome.problems, ...problems] };
    });
  },
};

/** The game under way in a server, with a question open; a new one where there is none. */
async function openGame(store: Store, guildId: string, starter: Person): Promise<Game> {
  const underWay = async () => (await store.gamesUnderWay(guildId))[0];
  if ((await underWay()) === undefined) {
    await store.changeSettings(guildId, { seconds: 1, pause: 1 });
    await starter.command('trivia jugar', { rondas: 5 });
  }
  const game = await lookFor(underWay, ({ phase }) => phase === 'open');
  return game ?? openGame(store, guildId, starter);
}

/** A game as soon as it is as it should be; undefined when it is not in time. */
async function lookFor(
  read: () => Promise<Game | undefined>,
  fits: (game: Game) => boolean,
): Promise<Game | undefined> {
  const start = performance.now();
  while (performance.now() - start < IN_HAND_MS) {
    const game = await read();
    if (game !== undefined && fits(game)) return game;
    await delay(LOOK_MS);
  }
  return undefined;
}
