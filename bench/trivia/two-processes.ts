import { openStore, type StoreLocation } from '../../src/store/store.ts';
import { startBotProcess } from '../bot-process.ts';
import { createRandom } from '../generate/random.ts';
import { countPicks, type PickCount } from './count-picks.ts';
import { type PickAttempt, play } from './players.ts';
import { openTriviaServers } from './trivia-servers.ts';

export interface TwoProcessesReport extends PickCount {
  /** Questions asked in all games together. */
  readonly questions: number;
}

/** Two bots share one store, receive every press and run the same games until each server has had `questions` questions. */
export async function runTwoProcesses(plan: {
  seed: number;
  servers: number;
  players: number;
  questions: number;
  parquet: string;
  store: StoreLocation;
}): Promise<TwoProcessesReport> {
  const random = createRandom(plan.seed);
  const trivia = await openTriviaServers(plan);
  const { discord, servers } = trivia;
  const store = await openStore(plan.store);
  for (const { guild } of servers) await store.changeSettings(guild.id, { seconds: 1, pause: 1 });
  const bots = await Promise.all([1, 2].map(() => startBotProcess({ ...plan, discord, untilReady: true })));
  const attempts: PickAttempt[] = [];
  const questionsOf = (players: readonly { id: string }[]) => {
    const ids = new Set(players.map(({ id }) => id));
    return new Set(attempts.filter(({ userId }) => ids.has(userId)).map(({ token }) => token)).size;
  };
  await Promise.all(
    servers.map((server) =>
      play(server, {
        random,
        attempts,
        rounds: 5,
        isOver: () => questionsOf(server.players) >= plan.questions,
      }),
    ),
  );
  await Promise.all(bots.map((bot) => bot.stop()));
  const count = await countPicks(store, trivia, attempts);
  await store.close();
  await discord.close();
  return { ...count, questions: new Set(attempts.map(({ token }) => token)).size };
}
