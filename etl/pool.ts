import { type Transferable, Worker } from 'node:worker_threads';
import { Problem } from './problem.ts';
import type { Answer } from './work.ts';

/** Workers that do tasks of one kind side by side. */
export interface Pool<Task, Result> {
  readonly size: number;
  /**
   * Does a task; `handedOver` are buffers that move to the worker instead of being copied. Rejects with a Problem, or
   * with the error that ended the worker.
   */
  run(task: Task, handedOver?: readonly Transferable[]): Promise<Result>;
  close(): Promise<void>;
}

interface Waiting<Result> {
  resolve(result: Result): void;
  reject(error: Error): void;
}

interface Lane<Result> {
  worker: Worker;
  waiting: Waiting<Result>[];
}

interface PoolOptions {
  size: number;
  /** What each worker is given at its start. */
  data?: unknown;
  /** Hears of the part of a task, 0 to 1, that was done since it last heard. */
  onDone?: (part: number) => void;
}

/** Starts workers on a module that calls `work`. */
export function createPool<Task, Result>(
  module: URL,
  { size, data, onDone = () => undefined }: PoolOptions,
): Pool<Task, Result> {
  const lanes = Array.from({ length: size }, () => startLane<Result>(module, data, onDone));
  return {
    size,
    run: (task, handedOver = []) =>
      new Promise((resolve, reject) => {
        const lane = lanes.reduce((best, other) =>
          other.waiting.length < best.waiting.length ? other : best,
        );
        lane.waiting.push({ resolve, reject });
        lane.worker.postMessage(task, handedOver);
      }),
    async close() {
      await Promise.all(lanes.map(({ worker }) => worker.terminate()));
    },
  };
}

function startLane<Result>(module: URL, data: unknown, onDone: (part: number) => void): Lane<Result> {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), {
    execArgv: [],
    workerData: { module: module.href, data },
  });
  const lane: Lane<Result> = { worker, waiting: [] };
  worker.on('message', (answer: Answer<Result>) => {
    if ('done' in answer) return onDone(answer.done);
    const next = lane.waiting.shift();
    if ('result' in answer) next?.resolve(answer.result);
    else next?.reject(new Problem(answer.problem));
  });
  const fail = (error: Error) => {
    for (const { reject } of lane.waiting.splice(0)) reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a worker has ended')));
  return lane;
}
