import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { collectGarbage } from '../../src/lib/worker.ts';
import type { LearntFrom } from '../manifest.ts';
import { createPool, type Pool } from '../pool.ts';
import type { Progress } from '../progress.ts';
import { wording } from '../report.ts';
import { loadFilms } from './features/load-films.ts';
import type { People } from './features/people.ts';
import { loadPeople, type RatingFiles } from './features/read-people.ts';
import { type RecommendationRow, sortRecommendations, storeRecommendations } from './lists/store.ts';
import type { Forests } from './model/model.ts';
import { readShippedTrees } from './model/shipped-trees.ts';
import type { Forest } from './model/trees/forest.ts';
import type { Result, Task, WorkerData } from './worker.ts';

/** With fewer people than this nothing is learnt from them: the trees that ship with the project are used. */
export const ENOUGH_PEOPLE = 300;

/** How many films a worker ranks at a time. */
const BLOCK = 500;

/** How much of the time learning takes, where there is something to learn from. */
const LEARNING = 0.5;

export interface TrainOptions {
  progress: Progress;
  /** How far training advances the progress in all. */
  share: number;
  workers: number;
  files?: RatingFiles | undefined;
  /** Called with what the operator should know. */
  note?: (sentence: string) => void;
}

/**
 * Fills the table recommendations: for each film those most like it by what they are made of and, where ratings are
 * given, by what the same people like. Returns `undefined` without ratings. Deterministic for any number of workers.
 */
export async function train(
  connection: DuckDBConnection,
  { progress, share, workers, files, note }: TrainOptions,
): Promise<LearntFrom | undefined> {
  // Of the raw files, and of the millions of ratings, only what is kept is still needed.
  collectGarbage();
  const { films, content } = await loadFilms(connection);
  const found = files === undefined ? undefined : await loadPeople(files, films);
  const people = found?.count === 0 ? undefined : found;
  if (files !== undefined && people === undefined) note?.(wording.withoutRatings(basename(files.ratings)));
  collectGarbage();
  const learns = isEnough(people);
  const known: WorkerData = { films, content, people };
  let part = learns ? (share * LEARNING) / 2 : 0;
  const pool = createPool<Task, Result>(new URL('worker.ts', import.meta.url), {
    size: workers,
    data: known,
    onDone: (done) => progress.advance(part * done),
  });
  try {
    if (learns) progress.step('learning from ratings');
    const forests = learns ? await learnAll(pool) : shippedForests(people);
    progress.step('recommendations');
    part = (share * (learns ? 1 - LEARNING : 1)) / Math.ceil(films.length / BLOCK);
    await storeRecommendations(
      connection,
      rankAll(pool, forests, films.length, () => progress.advance(part)),
    );
  } finally {
    await pool.close();
  }
  // It wants the memory of those who ranked.
  await sortRecommendations(connection);
  return people === undefined || people.count === 0
    ? undefined
    : { people: people.count, ratings: people.rated.length };
}

/** Whether there are enough people to learn from. */
export const isEnough = (people: People | undefined): people is People =>
  people !== undefined && people.count >= ENOUGH_PEOPLE;

/** The trees that ship: with or without an audience. */
export function shippedForests(people: People | undefined): Forests {
  const { content, cold, warm } = readShippedTrees();
  return people === undefined || people.count === 0 ? { cold: content } : { cold, warm };
}

async function learnAll(pool: Pool<Task, Result>): Promise<Forests> {
  const [warm, cold] = await Promise.all([pool.run({ learn: 'warm' }), pool.run({ learn: 'cold' })]);
  return { warm: warm as Forest, cold: cold as Forest };
}

/** The picks of all films, block by block, in order; a bounded number of blocks is under way. */
async function* rankAll(
  pool: Pool<Task, Result>,
  forests: Forests,
  films: number,
  onBlock: () => void,
): AsyncGenerator<RecommendationRow[]> {
  const underWay: Promise<Result>[] = [];
  for (let from = 0; from < films || underWay.length > 0; from += BLOCK) {
    if (from < films) {
      const block = pool.run({ forests, from, to: Math.min(films, from + BLOCK) });
      // Its error is met when its turn comes; until then it is not an unhandled one.
      block.catch(() => undefined);
      if (underWay.push(block) <= 2 * pool.size) continue;
    }
    yield (await underWay.shift()) as RecommendationRow[];
    onBlock();
  }
}
