import { parentPort } from 'node:worker_threads';
import { Problem } from '../problem.ts';
import type { Batch } from './batch.ts';
import { type BlockTask, parseBlock } from './parse-block.ts';

/** What a worker answers to a task: the batch, or the line for the operator. Other errors end the worker. */
export type Answer = { batch: Batch } | { problem: string };

parentPort?.on('message', (task: BlockTask) => {
  parentPort?.postMessage(answer(task));
});

function answer(task: BlockTask): Answer {
  try {
    return { batch: parseBlock(task) };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message };
    throw error;
  }
}
