import { Worker } from 'node:worker_threads';
import type { Found, Wanted } from './find.ts';
import type { Kind, Labels } from './labels.ts';
import type { Answer, Question } from './worker.ts';

export type { Fitting, Found, Wanted } from './find.ts';
export { FLAGS } from './flags.ts';
export type { FilmLabel, PersonLabel } from './labels.ts';
export { FITS, type Fit } from './score.ts';

/** Finds films and people of one version of the data by what a person typed; works in a thread of its own. */
export interface Search {
  /** Best first, at most `wanted.limit`. */
  find<Of extends Kind>(kind: Of, typed: string, wanted: Wanted): Promise<Found<Labels[Of]>[]>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(found: unknown): void;
  reject(error: Error): void;
}

/** Builds the search over a published version (its folder); rejects when that cannot be read. */
export async function openSearch(version: string): Promise<Search> {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: version, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let number = 0;
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    if ('ready' in answer) return;
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('found' in answer) asked?.resolve(answer.found);
    else asked?.reject(new Error(`the search failed: ${answer.problem}`));
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the search has ended')));
  return {
    find<Of extends Kind>(kind: Of, typed: string, wanted: Wanted) {
      number++;
      const question: Question = { number, kind, typed, wanted };
      return new Promise<Found<Labels[Of]>[]>((resolve, reject) => {
        waiting.set(question.number, { resolve: resolve as Waiting['resolve'], reject });
        worker.postMessage(question);
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
