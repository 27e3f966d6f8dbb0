import { parentPort } from 'node:worker_threads';

/** A request to a worker and its answer, matched by number. The first is `open`: it is answered once the worker is ready. */
export interface WorkerRequest {
  readonly number: number;
  readonly name: string;
  readonly args: readonly unknown[];
}
export type WorkerResponse =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly problem: string };

/** In the worker: answers every request, as many at a time as come. */
export function answerRequests(answer: (request: WorkerRequest) => Promise<unknown>): void {
  parentPort?.on('message', async (request: WorkerRequest) => {
    const { number } = request;
    try {
      parentPort?.postMessage({ number, value: await answer(request) } satisfies WorkerResponse);
    } catch (error) {
      parentPort?.postMessage({ number, problem: explain(error) } satisfies WorkerResponse);
    }
  });
}

/** One line; a connection that is refused has several causes and no message of its own. */
function explain(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(explain).join('; ');
  return error instanceof Error ? error.message : String(error);
}
