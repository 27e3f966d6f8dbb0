import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Sentence } from '../../src/lib/sentence.ts';
import { collectGarbage } from '../../src/lib/worker.ts';
import type { LearntFrom } from '../manifest.ts';
import { createPool, type Pool } from '../pool.ts';
import type { Progress } from '../progress.ts';
import { wording } from '../wording.ts';
import { loadFeatures, loadFilms } from './features/load-films.ts';
import { loadPeople, type RatingFiles } from './features/read-people.ts';
import { type RecommendationRow, sortRecommendations, storeRecommendations } from './lists/store.ts';
import type { Task, WorkerData } from './worker.ts';

/** The number of films per task. */
const BLOCK = 500;

export interface RecommendOptions {
  progress: Progress;
  /** The total by which the step advances the progress. */
  share: number;
  workers: number;
  files?: RatingFiles | undefined;
  /** Called with a warning for the operator. */
  note?: (sentence: Sentence) => void;
}

/**
 * Fills the table recommendations from the content of the films and, if there are ratings, from what the same people like.
 * Returns `undefined` without ratings. The result does not depend on the number of workers.
 */
export async function recommend(
  connection: DuckDBConnection,
  { progress, share, workers, files, note }: RecommendOptions,
): Promise<LearntFrom | undefined> {
  // Frees what reading the raw files has left.
  collectGarbage();
  const { films, content } = await loadFilms(connection);
  const shared = await loadFeatures(connection, 'recommender/lists/reason_features.sql', films);
  const found = files === undefined ? undefined : await loadPeople(files, films);
  const people = found?.count === 0 ? undefined : found;
  if (files !== undefined && people === undefined) note?.(wording.withoutRatings(basename(files.ratings)));
  collectGarbage();
  const data: WorkerData = { films, content, shared, people };
  const pool = createPool<Task, RecommendationRow[]>(new URL('worker.ts', import.meta.url), {
    size: workers,
    data,
  });
  try {
    progress.step('recommendations');
    const part = share / Math.ceil(films.length / BLOCK);
    await storeRecommendations(
      connection,
      rankAll(pool, films.length, () => progress.advance(part)),
    );
  } finally {
    await pool.close();
  }
  // After the pool is closed: sorting needs its memory.
  await sortRecommendations(connection);
  return people && { people: people.count, ratings: people.rated.length };
}

/** The recommendations of all films in order, one block at a time; the number of pending blocks is bounded. */
async function* rankAll(
  pool: Pool<Task, RecommendationRow[]>,
  films: number,
  onBlock: () => void,
): AsyncGenerator<RecommendationRow[]> {
  const pending: Promise<RecommendationRow[]>[] = [];
  for (let from = 0; from < films || pending.length > 0; from += BLOCK) {
    if (from < films) {
      const block = pool.run({ from, to: Math.min(films, from + BLOCK) });
      // The error is thrown when the block is awaited; until then it must not count as unhandled.
      block.catch(() => undefined);
      if (pending.push(block) <= 2 * pool.size) continue;
    }
    yield (await pending.shift()) as RecommendationRow[];
    onBlock();
  }
}
