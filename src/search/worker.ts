import { parentPort, workerData } from 'node:worker_threads';
import { collectGarbage } from '../lib/collect-garbage.ts';
import { createFind, type Found, type Wanted } from './find.ts';
import { filmLabels, type Kind, type Labels, personLabels } from './labels.ts';
import { FILM_MANNER, PERSON_MANNER } from './manner.ts';
import { readNames } from './names-file.ts';

/** What the worker is asked; it answers under the same number. */
export interface Question {
  number: number;
  kind: Kind;
  typed: string;
  wanted: Wanted;
}

export type Answer =
  | { number: number; found: Found<Labels[Kind]>[] }
  | { number: number; problem: string }
  | { ready: true };

const { films, people } = await readNames(String(workerData));
const find = {
  films: createFind(films.index, filmLabels(films.index, films.labels), FILM_MANNER),
  people: createFind(people.index, personLabels(people.index, people.labels, films), PERSON_MANNER),
};

parentPort?.on('message', ({ number, kind, typed, wanted }: Question) => {
  try {
    parentPort?.postMessage({ number, found: find[kind](typed, wanted) } satisfies Answer);
  } catch (error) {
    parentPort?.postMessage({ number, problem: String(error) } satisfies Answer);
  }
});
parentPort?.postMessage({ ready: true } satisfies Answer);
// Idle, the thread would keep for good what reading needed: a third more.
collectGarbage();
