import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { createFind, type Found, type Wanted } from './find.ts';
import type { Kind, Labels } from './labels.ts';
import { loadIndexes } from './load-index.ts';

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

const { films, people } = await loadIndexes(String(workerData));
const find = { films: createFind(films), people: createFind(people) };

parentPort?.on('message', ({ number, kind, typed, wanted }: Question) => {
  try {
    parentPort?.postMessage({ number, found: find[kind](typed, wanted) } satisfies Answer);
  } catch (error) {
    parentPort?.postMessage({ number, problem: String(error) } satisfies Answer);
  }
});
parentPort?.postMessage({ ready: true } satisfies Answer);
collectGarbage();

/** Gives back what building needed for a moment: idle, the thread would keep a third more memory than it uses for good. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
