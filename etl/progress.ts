import { SingleBar } from 'cli-progress';
import type { Language } from '../src/lib/sentence.ts';
import { stepName } from './wording.ts';

/** Shows the progress of a run. `advance` takes a part of `total`; `text` is the name of the step. */
export interface Progress {
  start(total: number): void;
  step(text: string): void;
  advance(by: number): void;
  stop(): void;
}

/** A process that may have an IPC channel to its parent. */
type ReportingProcess = Pick<NodeJS.Process, 'send' | 'stderr'>;

/**
 * A bar on a terminal, otherwise a line per step, or nothing if `quiet`; with an IPC channel, messages to the parent too. Steps
 * have their names in English, which the bar and the lines translate.
 */
export function createProgress(
  { stderr, send }: ReportingProcess,
  { language, quiet }: { language: Language; quiet: boolean },
): Progress {
  const nameOf = (step: string) => stepName(step)[language];
  const plain = quiet ? silent : lines(stderr, nameOf);
  const shown = stderr.isTTY ? bar(stderr, nameOf) : plain;
  return send === undefined ? shown : both(shown, messages(send.bind(process)));
}

function both(one: Progress, other: Progress): Progress {
  return {
    start: (total) => [one, other].forEach((each) => void each.start(total)),
    step: (text) => [one, other].forEach((each) => void each.step(text)),
    advance: (by) => [one, other].forEach((each) => void each.advance(by)),
    stop: () => [one, other].forEach((each) => void each.stop()),
  };
}

/** Sends `{ step, percent }` when either changes. `percent` stays below 100: the exit of the process means done. */
function messages(send: (message: object) => void): Progress {
  let [total, done, step, percent] = [1, 0, '', 0];
  return {
    start(work) {
      total = work;
    },
    step(text) {
      if (text === step) return;
      step = text;
      send({ step, percent });
    },
    advance(by) {
      done += by;
      const reached = Math.min(99, Math.floor((100 * done) / total));
      if (reached === percent) return;
      percent = reached;
      send({ step, percent });
    },
    stop: () => undefined,
  };
}

/** Shows nothing. */
export const silent: Progress = {
  start: () => undefined,
  step: () => undefined,
  advance: () => undefined,
  stop: () => undefined,
};

type NameOf = (step: string) => string;

function bar(stream: NodeJS.WriteStream, nameOf: NameOf): Progress {
  const shown = new SingleBar({
    stream,
    format: '{bar} {percentage}% {text}',
    hideCursor: true,
    clearOnComplete: true,
  });
  return {
    start: (total) => shown.start(total, 0, { text: '' }),
    step: (step) => shown.update({ text: nameOf(step) }),
    advance: (by) => shown.increment(by),
    stop: () => shown.stop(),
  };
}

function lines(stream: NodeJS.WriteStream, nameOf: NameOf): Progress {
  return {
    start: () => undefined,
    step: (step) => void stream.write(`${nameOf(step)}\n`),
    advance: () => undefined,
    stop: () => undefined,
  };
}

/** Times the steps of a run, in starting order; some run in parallel. */
export interface Stopwatch {
  readonly steps: { step: string; ms: number }[];
  /** Runs and times a step, then advances the progress by `share` (0 if the step advances it itself). */
  time<Result>(step: string, work: () => Promise<Result>, share?: number): Promise<Result>;
}

/** After an abort of `signal`, every new step throws. */
export function createStopwatch(progress: Progress, signal: AbortSignal | undefined): Stopwatch {
  const steps: { step: string; ms: number }[] = [];
  return {
    steps,
    async time(step, work, share = 0) {
      signal?.throwIfAborted();
      progress.step(step);
      const start = performance.now();
      const timed = { step, ms: 0 };
      steps.push(timed);
      const result = await work();
      timed.ms = Math.round(performance.now() - start);
      progress.advance(share);
      return result;
    },
  };
}
