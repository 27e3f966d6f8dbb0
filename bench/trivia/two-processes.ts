import { openStore, type StoreLocation } from '../../src/store/store.ts';
import { createRandom } from '../generate/random.ts';
import { startBotProcess } from './bot-process.ts';
import { type Count, countPicks } from './count-picks.ts';
import { type Press, play } from './players.ts';
import { openTheatre } from './trivia-servers.ts';

export interface SharedReport extends Count {
  /** Questions that were asked in all games together. */
  readonly questions: number;
}

/** Two bots on one store hear every press and look after the same games, until `questions` were asked in each server. */
export async function runTwoProcesses(plan: {
  seed: number;
  servers: number;
  players: number;
  questions: number;
  parquet: string;
  store: StoreLocation;
}): Promise<SharedReport> {
  const random = createRandom(plan.seed);
  const theatre = await openTheatre(plan);
  const store = await openStore(plan.store);
  for (const { guild } of theatre.houses) await store.changeSettings(guild.id, { seconds: 1, pause: 1 });
  const bots = await Promise.all([1, 2].map(() => startBotProcess({ ...plan, discord: theatre.discord })));
  const presses: Press[] = [];
  const questionsOf = (players: readonly { id: string }[]) => {
    const ids = new Set(players.map(({ id }) => id));
    return new Set(presses.filter(({ userId }) => ids.has(userId)).map(({ token }) => token)).size;
  };
  await Promise.all(
    theatre.houses.map((house) =>
      play(house, {
        random,
        presses,
        rounds: 5,
        isOver: () => questionsOf(house.players) >= plan.questions,
      }),
    ),
  );
  await Promise.all(bots.map((bot) => bot.stop()));
  const count = await countPicks(store, theatre, presses);
  await store.close();
  await theatre.discord.close();
  return { ...count, questions: new Set(presses.map(({ token }) => token)).size };
}
