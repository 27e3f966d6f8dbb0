import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, type Transferable, Worker } from 'node:worker_threads';
import { operatorText } from './operator-text.ts';
import { OperatorError } from './sentence.ts';

/** A request to a worker. The first one is named `open`; its response says that the worker is ready. */
export interface WorkerRequest {
  readonly number: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** A response has its request's number; an event has none. */
type WorkerResponse =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly problem: Problem }
  | { readonly event: unknown };

/** The parts of an error that reach the main thread. */
interface Problem {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

/** A worker thread that answers requests, any number at a time, and is restarted whenever it exits. */
export interface WorkerClient {
  /**
   * Resolves with the response. Rejects with the worker's error (its name, message and stack), and immediately if the worker
   * exits before it responds, or has exited and is not back yet. Buffers in `transfer` are moved instead of copied.
   */
  request(name: string, args: readonly unknown[], transfer?: readonly Transferable[]): Promise<unknown>;
  /** The number of requests that wait for a response. */
  pending(): number;
  isRunning(): boolean;
  /** Whether it has exited unasked and is not back yet. */
  isDown(): boolean;
  close(): Promise<void>;
}

export interface WorkerOptions {
  /** The worker's `workerData`. */
  data?: unknown;
  /** By default true. A worker that is not restarted rejects every request after its exit. */
  restarts?: boolean;
  /** Called with every event that the worker posts by `postEvent`. */
  onEvent?: (event: unknown) => void;
}

/** The restart back-off, in ms: the pause doubles from the first to the last. */
const FIRST_PAUSE_MS = 250;
const LAST_PAUSE_MS = 30_000;

/** A worker that ran this long, in ms, resets its back-off. */
const STABLE_MS = 60_000;

/** Starts a worker. Rejects with the worker's error if it cannot be opened; it is not restarted then. */
export async function openWorker(file: URL, options: WorkerOptions = {}): Promise<WorkerClient> {
  const { start, client } = createClient(file, options, { staysReferenced: true });
  try {
    await start();
  } catch (error) {
    await client.close();
    throw error;
  }
  return client;
}

/** A worker that starts with the first request. It keeps the process alive only while requests are pending. */
export const lazyWorker = (file: URL, options: WorkerOptions = {}): WorkerClient =>
  createClient(file, options, { staysReferenced: false }).client;

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

function createClient(
  file: URL,
  { data, restarts = true, onEvent = () => undefined }: WorkerOptions,
  { staysReferenced }: { staysReferenced: boolean },
) {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let lastNumber = 0;
  let isClosed = false;
  let isDown = false;
  let pause = FIRST_PAUSE_MS;
  let openedAt = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const post = (to: Worker, name: string, args: readonly unknown[], transfer: readonly Transferable[]) => {
    const number = ++lastNumber;
    to.ref();
    to.postMessage({ number, name, args } satisfies WorkerRequest, transfer);
    return new Promise<unknown>((resolve, reject) => pending.set(number, { resolve, reject }));
  };

  const receive = (from: Worker, response: WorkerResponse) => {
    if ('event' in response) return onEvent(response.event);
    const request = pending.get(response.number);
    pending.delete(response.number);
    if (pending.size === 0 && !staysReferenced) from.unref();
    if ('value' in response) request?.resolve(response.value);
    else request?.reject(Object.assign(new Error(response.problem.message), response.problem));
  };

  /** Starts the worker; resolves once it is open. */
  const start = async () => {
    const started = new Worker(file, { workerData: data, execArgv: [] });
    worker = started;
    let cause: Error = new OperatorError(operatorText.exited);
    started.on('message', (response: WorkerResponse) => receive(started, response));
    started.on('error', (error: Error) => {
      cause = error;
    });
    started.on('exit', () => handleExit(cause));
    await post(started, 'open', [], []);
    openedAt = performance.now();
    isDown = false;
  };

  /** Starts the worker without waiting. A worker that cannot be opened is terminated, and its exit schedules the next try. */
  const startSoon = () => {
    start().catch(() => worker?.terminate());
  };

  const handleExit = (cause: Error) => {
    worker = undefined;
    for (const { reject } of pending.values()) reject(cause);
    pending.clear();
    if (isClosed) return;
    isDown = true;
    if (!restarts) return;
    if (performance.now() - openedAt >= STABLE_MS) pause = FIRST_PAUSE_MS;
    openedAt = Number.POSITIVE_INFINITY;
    timer = setTimeout(startSoon, pause);
    timer.unref();
    pause = Math.min(2 * pause, LAST_PAUSE_MS);
  };

  const client: WorkerClient = {
    async request(name, args, transfer = []) {
      if (isClosed) throw new Error('the worker is closed');
      if (isDown) throw new OperatorError(restarts ? operatorText.exitedAndRestarts : operatorText.exited);
      if (worker === undefined) startSoon();
      if (worker === undefined) throw new Error('the worker cannot be started');
      return post(worker, name, args, transfer);
    },
    pending: () => pending.size,
    isRunning: () => worker !== undefined,
    isDown: () => isDown,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await worker?.terminate();
    },
  };
  return { start, client };
}

/** In the worker: answers requests concurrently. */
export function serveRequests(answer: (request: WorkerRequest) => unknown): void {
  const respond = (response: WorkerResponse) => parentPort?.postMessage(response);
  parentPort?.on('message', async (request: WorkerRequest) => {
    const { number } = request;
    try {
      respond({ number, value: await answer(request) });
    } catch (error) {
      respond({ number, problem: problemOf(error) });
    }
  });
}

/** In the worker: posts an event to the client's `onEvent`. */
export const postEvent = (event: unknown): void =>
  parentPort?.postMessage({ event } satisfies WorkerResponse);

/** A refused connection is an AggregateError: it has several causes and no message of its own. */
function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: undefined };
  const { name, message, stack } = error;
  const causes = error instanceof AggregateError ? error.errors.map((cause) => problemOf(cause).message) : [];
  return { name, message: causes.length === 0 ? message : causes.join('; '), stack };
}

/** Frees this thread's unreachable memory now: V8 keeps large arrays for long, and in an idle thread for ever. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
