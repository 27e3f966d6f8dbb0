import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { collectGarbage } from '../../src/lib/worker.ts';
import type { LearntFrom } from '../manifest.ts';
import { createPool, type Pool } from '../pool.ts';
import type { Progress } from '../progress.ts';
import { wording } from '../report.ts';
import { loadFeatures, loadFilms } from './features/load-films.ts';
import type { People } from './features/people.ts';
import { loadPeople, type RatingFiles } from './features/read-people.ts';
import { type RecommendationRow, sortRecommendations, storeRecommendations } from './lists/store.ts';
import type { Forests } from './model/model.ts';
import { readShippedTrees } from './model/shipped-trees.ts';
import type { Forest } from './model/trees/forest.ts';
import type { Result, Task, WorkerData } from './worker.ts';

/** With fewer people, the trees that ship with the project are used. */
export const MIN_PEOPLE = 300;

/** The number of films per task. */
const BLOCK = 500;

/** The share of the time that learning takes. */
const LEARNING_SHARE = 0.5;

export interface TrainOptions {
  progress: Progress;
  /** The total by which training advances the progress. */
  share: number;
  workers: number;
  files?: RatingFiles | undefined;
  /** Called with a warning for the operator. */
  note?: (sentence: string) => void;
}

/**
 * Fills the table recommendations from the content of the films and, if there are ratings, from what the same people like.
 * Returns `undefined` without ratings. The result does not depend on the number of workers.
 */
export async function train(
  connection: DuckDBConnection,
  { progress, share, workers, files, note }: TrainOptions,
): Promise<LearntFrom | undefined> {
  // Frees what reading the raw files has left.
  collectGarbage();
  const { films, content } = await loadFilms(connection);
  const shared = await loadFeatures(connection, 'recommender/lists/reason_features.sql', films);
  const found = files === undefined ? undefined : await loadPeople(files, films);
  const people = found?.count === 0 ? undefined : found;
  if (files !== undefined && people === undefined) note?.(wording.withoutRatings(basename(files.ratings)));
  collectGarbage();
  const learns = isEnough(people);
  const data: WorkerData = { films, content, shared, people };
  let part = learns ? (share * LEARNING_SHARE) / 2 : 0;
  const pool = createPool<Task, Result>(new URL('worker.ts', import.meta.url), {
    size: workers,
    data,
    onDone: (done) => progress.advance(part * done),
  });
  try {
    if (learns) progress.step('learning from ratings');
    const forests = learns ? await learnAll(pool) : shippedForests(people);
    progress.step('recommendations');
    part = (share * (learns ? 1 - LEARNING_SHARE : 1)) / Math.ceil(films.length / BLOCK);
    await storeRecommendations(
      connection,
      rankAll(pool, forests, films.length, () => progress.advance(part)),
    );
  } finally {
    await pool.close();
  }
  // After the pool is closed: sorting needs its memory.
  await sortRecommendations(connection);
  return people === undefined || people.count === 0
    ? undefined
    : { people: people.count, ratings: people.rated.length };
}

/** Whether there are enough people to learn from. */
export const isEnough = (people: People | undefined): people is People =>
  people !== undefined && people.count >= MIN_PEOPLE;

/** The shipped trees for data with or without people. */
export function shippedForests(people: People | undefined): Forests {
  const { content, cold, warm } = readShippedTrees();
  return people === undefined || people.count === 0 ? { cold: content } : { cold, warm };
}

async function learnAll(pool: Pool<Task, Result>): Promise<Forests> {
  const [warm, cold] = await Promise.all([pool.run({ learn: 'warm' }), pool.run({ learn: 'cold' })]);
  return { warm: warm as Forest, cold: cold as Forest };
}

/** The recommendations of all films in order, one block at a time; the number of pending blocks is bounded. */
async function* rankAll(
  pool: Pool<Task, Result>,
  forests: Forests,
  films: number,
  onBlock: () => void,
): AsyncGenerator<RecommendationRow[]> {
  const pending: Promise<Result>[] = [];
  for (let from = 0; from < films || pending.length > 0; from += BLOCK) {
    if (from < films) {
      const block = pool.run({ forests, from, to: Math.min(films, from + BLOCK) });
      // The error is thrown when the block is awaited; until then it must not count as unhandled.
      block.catch(() => undefined);
      if (pending.push(block) <= 2 * pool.size) continue;
    }
    yield (await pending.shift()) as RecommendationRow[];
    onBlock();
  }
}
