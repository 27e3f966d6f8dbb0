import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { seededRandom } from '../../src/lib/random.ts';
import type { Store } from '../../src/store/store.ts';
import { nextQuestion } from '../../src/trivia/next-question.ts';
import { type Percentiles, percentilesOf, timeEach, timeTogether } from '../measure.ts';
import { YEAR_ENDS_AT } from './make-year.ts';

const DAY = 86_400_000;
const RUNS = 200;
const TOGETHER = 50;

/** The server with the most games in year.sql and its most active player: the slowest case. */
const guildId = '800000000000000000';
const userId = '900000000000000000';

/** Latencies in milliseconds, by job, of the calls that people wait for in the biggest server. */
export async function measureStore(
  store: Store,
  catalogue: Pick<Catalogue, 'read'>,
): Promise<Map<string, Percentiles>> {
  const random = seededRandom(1);
  const game = { id: 'bench', guild_id: guildId, language: 'es', theme: '{}' } as const;
  const repeat = (work: (run: number) => Promise<unknown>) =>
    Array.from({ length: RUNS }, (_, run) => () => work(run));
  const guildRanking = (days: number | undefined) => () =>
    store.guildRanking({ guildId, since: days === undefined ? 0 : YEAR_ENDS_AT - days * DAY - 1, limit: 10 });
  const globalRanking = (days: number | undefined) => () =>
    store.globalRanking({ since: days === undefined ? 0 : YEAR_ENDS_AT - days * DAY - 1, limit: 10 });
  const recordPick = await openRound(store);
  const jobs: [string, (run: number) => Promise<unknown>][] = [
    ['choosing a question', () => nextQuestion({ store, catalogue, random }, game)],
    ['recording a pick', recordPick],
    ['ranking of a server, all time', guildRanking(undefined)],
    ['ranking of a server, 30 days', guildRanking(30)],
    ['ranking of a server, 24 hours', guildRanking(1)],
    ['ranking across servers, all time', globalRanking(undefined)],
    ['ranking across servers, 30 days', globalRanking(30)],
    ['ranking across servers, 24 hours', globalRanking(1)],
    ['profile', () => store.readProfile({ guildId, userId })],
    ['leasing due games', () => store.leaseDueGames({ holder: 'bench', now: 0, leaseMs: 1 })],
  ];
  const latencies = new Map<string, Percentiles>();
  for (const [name, work] of jobs) latencies.set(name, percentilesOf(await timeEach(repeat(work))));
  const burst = await timeTogether(
    repeat((run) => recordPick(RUNS + run)),
    TOGETHER,
  );
  latencies.set(`recording a pick, ${TOGETHER} at once`, percentilesOf(burst));
  return latencies;
}

/** Opens a round in the server. Returns a function that records the pick of one more person in it. */
async function openRound(store: Store): Promise<(run: number) => Promise<unknown>> {
  const at = YEAR_ENDS_AT;
  await store.startGame({
    id: 'bench',
    guild_id: guildId,
    channel_id: 'bench',
    place: 'bench',
    language: 'es',
    mode: 'classic',
    target: 1000,
    lives: 1,
    rounds: 5,
    theme: '{}',
    seconds: 60,
    pause: 5,
    started_by: userId,
    started_at: at,
    due_at: at + 1e9,
    teams: null,
    host: 0,
  });
  await store.addRound({
    game_id: 'bench',
    number: 1,
    guild_id: guildId,
    token: 'bench',
    previous: 0,
    question: JSON.stringify({ answer: 1, options: ['A', 'B', 'C', 'D'].map((label) => ({ label })) }),
    kind: 'year',
    film_id: 1,
    difficulty: 2,
    genre: 'Drama',
    decade: 1990,
    allowed: 60_000,
  });
  const posted = { messageId: 'm', askedAt: at, openedAt: at, dueAt: at + 1e9 };
  await store.notePosted({ gameId: 'bench', number: 1, ...posted });
  return (run) =>
    store.recordPick({
      token: 'bench',
      choice: run % 4,
      userId: String(900_000_000_000_000_000n + BigInt(run)),
      at: at + 1000,
      guildId,
      now: at,
      postedAt: at,
    });
}
