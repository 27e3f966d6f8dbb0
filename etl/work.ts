import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from './problem.ts';

/** What a worker says of a task: the result, the line for the operator, or which part was done since it last said so. */
export type Answer<Result> = { result: Result } | { problem: string } | { done: number };

/** What the pool gave this worker at its start. */
export const givenData = <Data>(): Data => (workerData as { data: Data }).data;

/** Lets this worker answer the tasks of its pool. An error that is no Problem ends the worker. */
export function work<Task, Result>(answer: (task: Task, onDone: (part: number) => void) => Result): void {
  const say = (message: Answer<Result>) => parentPort?.postMessage(message);
  parentPort?.on('message', (task: Task) => {
    try {
      say({ result: answer(task, (done) => say({ done })) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      say({ problem: error.message });
    }
  });
}
