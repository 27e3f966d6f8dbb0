import type { Worker } from 'node:worker_threads';

/** A request to a worker and its answer, matched by number. */
export interface Request {
  readonly number: number;
  readonly name: string;
  readonly args: readonly unknown[];
}
export type Response =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly problem: string };

/** Asks a worker one thing after the other, any number at a time. A worker that ends fails what it still owes. */
export function openLine(worker: Worker): (name: string, args: readonly unknown[]) => Promise<unknown> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  let gone: Error | undefined;
  const fail = (error: Error) => {
    gone = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (response: Response) => {
    const asked = waiting.get(response.number);
    waiting.delete(response.number);
    if ('value' in response) asked?.resolve(response.value);
    else asked?.reject(new Error(response.problem));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(gone ?? new Error('the worker has ended')));
  return (name, args) => {
    if (gone !== undefined) return Promise.reject(gone);
    const number = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject });
      worker.postMessage({ number, name, args } satisfies Request);
    });
  };
}
