import { Worker } from 'node:worker_threads';
import { Problem } from '../problem.ts';
import type { Batch } from './batch.ts';
import type { BlockTask } from './parse-block.ts';
import type { Answer } from './worker.ts';

/** Workers that parse blocks side by side. */
export interface Pool {
  readonly size: number;
  /** Parses a block, whose bytes are handed over. Rejects with a Problem, or with the error that ended the worker. */
  parse(task: BlockTask): Promise<Batch>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(batch: Batch): void;
  reject(error: Error): void;
}

interface Lane {
  worker: Worker;
  waiting: Waiting[];
}

/** Starts `size` workers. */
export function createPool(size: number): Pool {
  const lanes = Array.from({ length: size }, startLane);
  return {
    size,
    parse: (task) =>
      new Promise((resolve, reject) => {
        const lane = lanes.reduce((best, other) =>
          other.waiting.length < best.waiting.length ? other : best,
        );
        lane.waiting.push({ resolve, reject });
        lane.worker.postMessage(task, [task.bytes.buffer]);
      }),
    async close() {
      await Promise.all(lanes.map(({ worker }) => worker.terminate()));
    },
  };
}

function startLane(): Lane {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { execArgv: [] });
  const lane: Lane = { worker, waiting: [] };
  worker.on('message', (answer: Answer) => {
    const next = lane.waiting.shift();
    if ('batch' in answer) next?.resolve(answer.batch);
    else next?.reject(new Problem(answer.problem));
  });
  worker.on('error', (error: Error) => {
    for (const { reject } of lane.waiting.splice(0)) reject(error);
  });
  return lane;
}
