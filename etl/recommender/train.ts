import type { DuckDBConnection } from '@duckdb/node-api';
import type { Progress } from '../progress.ts';
import { readConstants } from './constants.ts';
import { learn } from './learn.ts';
import { loadFilms } from './load.ts';
import { createModel, type Forests } from './model.ts';
import { createPairs, type Pairs } from './pair-rows.ts';
import { createPause } from './pause.ts';
import type { People } from './people.ts';
import { loadPeople, type RatingFiles } from './read-people.ts';
import { store } from './store.ts';

/** With fewer people than this nothing is learnt from them: the trees that ship with the project are used. */
export const ENOUGH_PEOPLE = 300;

/**
 * Fills the table recommendations: for each film those most like it by what they are made of and, where ratings are
 * given, by what the same people like. Deterministic. Lets others have their turn every few milliseconds, so that a
 * signal is heard.
 */
export async function train(
  connection: DuckDBConnection,
  progress: Progress,
  files?: RatingFiles | undefined,
): Promise<void> {
  const { films, content } = await loadFilms(connection);
  const people = files === undefined ? undefined : await loadPeople(files, films);
  const pairs = createPairs(content, films, people);
  const pause = createPause();
  progress.step('learning from ratings');
  const forests = await chooseForests(pairs, people, pause);
  progress.step('recommendations');
  await store(connection, { pairs, content, model: createModel(pairs, forests), pause });
}

/** The trees learnt from enough people, else those that ship: with or without an audience. */
export async function chooseForests(
  pairs: Pairs,
  people: People | undefined,
  pause: () => Promise<void>,
): Promise<Forests> {
  if (people !== undefined && people.count >= ENOUGH_PEOPLE) return learn(pairs, people, pause);
  const { content, cold, warm } = readConstants();
  return people === undefined || people.count === 0 ? { cold: content } : { cold, warm };
}
