import { parentPort, Worker } from 'node:worker_threads';

interface Asked {
  number: number;
  question: unknown;
}

type Answered = { number: number; answer: unknown } | { number: number; problem: string };

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** A worker thread that answers questions, started with the first one and anew after it has died. */
export interface Thread<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  /** How many questions wait for an answer. */
  waiting(): number;
  isRunning(): boolean;
  close(): Promise<void>;
}

/** A thread that runs a file which calls `answerQuestions`. It keeps the process alive only while questions wait. */
export function createThread<Question, Answer>(file: URL): Thread<Question, Answer> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let number = 0;

  function start(): Worker {
    const started = new Worker(file, { execArgv: [] });
    const fail = (error: Error) => {
      if (worker === started) worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('message', (answered: Answered) => {
      const asked = waiting.get(answered.number);
      waiting.delete(answered.number);
      if (waiting.size === 0) started.unref();
      if ('answer' in answered) asked?.resolve(answered.answer);
      else asked?.reject(new Error(answered.problem));
    });
    started.on('error', fail);
    started.on('exit', () => fail(new Error('the thread has ended')));
    return started;
  }

  return {
    ask(question) {
      worker ??= start();
      worker.ref();
      number++;
      const asked: Asked = { number, question };
      worker.postMessage(asked);
      return new Promise<unknown>((resolve, reject) => {
        waiting.set(asked.number, { resolve, reject });
      }) as Promise<Answer>;
    },
    waiting: () => waiting.size,
    isRunning: () => worker !== undefined,
    async close() {
      await worker?.terminate();
    },
  };
}

/** In the thread: answers one question after the other. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  let busy: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', ({ number, question }: Asked) => {
    busy = busy
      .then(() => answer(question as Question))
      .then(
        (answered): Answered => ({ number, answer: answered }),
        (error: unknown): Answered => ({
          number,
          problem: error instanceof Error ? error.message : String(error),
        }),
      )
      .then((answered) => parentPort?.postMessage(answered));
  });
}
