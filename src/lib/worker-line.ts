import { Worker } from 'node:worker_threads';
import type { WorkerRequest, WorkerResponse } from './answer-requests.ts';

/** A worker thread that answers requests, any number at a time, and that is started again whenever it ends. */
export interface WorkerLine {
  /** The answer. Rejects at once where the worker ends before it answers, or is not back yet after it has ended. */
  ask(name: string, args: readonly unknown[]): Promise<unknown>;
  /** How many requests wait for an answer. */
  waiting(): number;
  isRunning(): boolean;
  /** Whether it has ended by itself and is not back yet. */
  isDown(): boolean;
  close(): Promise<void>;
}

/** The pause before a worker that has ended is started again, in ms: the first, doubled up to the last. */
const FIRST_PAUSE_MS = 250;
const LAST_PAUSE_MS = 30_000;

/** A worker that ran for so long before it ended is started again after the first pause. */
const STABLE_MS = 60_000;

/** Starts a worker with its data. Rejects with what the worker says where it cannot be opened; it is not started again then. */
export async function openLine(file: URL, data: unknown): Promise<WorkerLine> {
  const { start, line } = createLine(file, { data, holdsProcess: true });
  try {
    await start();
  } catch (error) {
    await line.close();
    throw error;
  }
  return line;
}

/** A worker that starts with the first request. It keeps the process alive only while requests wait. */
export const lazyLine = (file: URL): WorkerLine =>
  createLine(file, { data: undefined, holdsProcess: false }).line;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

function createLine(file: URL, { data, holdsProcess }: { data: unknown; holdsProcess: boolean }) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let number = 0;
  let isClosed = false;
  let isDown = false;
  let pause = FIRST_PAUSE_MS;
  let openedAt = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const post = (to: Worker, name: string, args: readonly unknown[]) => {
    number++;
    to.ref();
    to.postMessage({ number, name, args } satisfies WorkerRequest);
    const asked = number;
    return new Promise<unknown>((resolve, reject) => waiting.set(asked, { resolve, reject }));
  };

  const take = (from: Worker, response: WorkerResponse) => {
    const asked = waiting.get(response.number);
    waiting.delete(response.number);
    if (waiting.size === 0 && !holdsProcess) from.unref();
    if ('value' in response) asked?.resolve(response.value);
    else asked?.reject(new Error(response.problem));
  };

  /** Starts the worker; resolves once it is open. */
  const start = async () => {
    const started = new Worker(file, { workerData: data, execArgv: [] });
    worker = started;
    let cause = new Error('the worker has ended');
    started.on('message', (response: WorkerResponse) => take(started, response));
    started.on('error', (error: Error) => {
      cause = error;
    });
    started.on('exit', () => ended(cause));
    await post(started, 'open', []);
    openedAt = performance.now();
    isDown = false;
  };

  /** As start; what cannot be opened ends, and is tried again after a pause. */
  const begin = () => {
    start().catch(() => worker?.terminate());
  };

  const ended = (cause: Error) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
    if (isClosed) return;
    isDown = true;
    if (performance.now() - openedAt >= STABLE_MS) pause = FIRST_PAUSE_MS;
    openedAt = Number.POSITIVE_INFINITY;
    timer = setTimeout(begin, pause);
    timer.unref();
    pause = Math.min(2 * pause, LAST_PAUSE_MS);
  };

  const line: WorkerLine = {
    async ask(name, args) {
      if (isClosed) throw new Error('the worker is closed');
      if (isDown) throw new Error('the worker has ended and is being started again');
      if (worker === undefined) begin();
      if (worker === undefined) throw new Error('the worker cannot be started');
      return post(worker, name, args);
    },
    waiting: () => waiting.size,
    isRunning: () => worker !== undefined,
    isDown: () => isDown,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await worker?.terminate();
    },
  };
  return { start, line };
}
