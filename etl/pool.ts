import { type Transferable, workerData } from 'node:worker_threads';
import { lazyWorker, postEvent, serveRequests } from '../src/lib/worker.ts';

/** Workers that run tasks of one kind in parallel. */
export interface Pool<Task, Result> {
  readonly size: number;
  /**
   * Runs a task on the worker with the fewest pending tasks. Rejects with the worker's error, and if the worker exits.
   * Buffers in `transfer` are moved instead of copied.
   */
  run(task: Task, transfer?: readonly Transferable[]): Promise<Result>;
  close(): Promise<void>;
}

interface PoolOptions {
  size: number;
  /** The value of `poolData` in each worker. */
  data?: unknown;
  /** Called with the part of a task, 0 to 1, that was done since the last call. */
  onDone?: (part: number) => void;
}

/** A pool of workers that run `module`, which calls `serveTasks`. A worker starts with its first task. */
export function createPool<Task, Result>(
  module: URL,
  { size, data, onDone = () => undefined }: PoolOptions,
): Pool<Task, Result> {
  const workers = Array.from({ length: size }, () =>
    lazyWorker(new URL('worker.mjs', import.meta.url), {
      data: { module: module.href, data },
      restarts: false,
      onEvent: (part) => onDone(Number(part)),
    }),
  );
  return {
    size,
    run(task, transfer) {
      const idlest = workers.reduce((best, other) => (other.pending() < best.pending() ? other : best));
      return idlest.request('run', [task], transfer) as Promise<Result>;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** In a worker: the pool's `data`. */
export const poolData = <Data>(): Data => (workerData as { data: Data }).data;

/** In a worker: answers the tasks of its pool. */
export function serveTasks<Task, Result>(run: (task: Task) => Result): void {
  serveRequests(({ name, args }) => (name === 'open' ? undefined : run(args[0] as Task)));
}

/** In a worker: reports the part of its task, 0 to 1, that was done since the last report. */
export const reportDone = (part: number): void => postEvent(part);
