import { SingleBar } from 'cli-progress';

/** Shows how far a run is. `done` and `total` are shares of the whole work; `text` names the step. */
export interface Progress {
  start(total: number): void;
  step(text: string): void;
  advance(by: number): void;
  stop(): void;
}

/** A process that may have been started by another one that listens. */
type Telling = Pick<NodeJS.Process, 'send' | 'stderr'>;

/** A bar on a terminal, a line a step elsewhere; a process that was started with an IPC channel sends messages too. */
export function createProgress({ stderr, send }: Telling): Progress {
  const shown = stderr.isTTY ? bar(stderr) : lines(stderr);
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

/** Sends `{ step, percent }` whenever either changes. 100 % is only reached by the end of the process. */
function messages(send: (message: object) => void): Progress {
  let [total, done, step, percent] = [1, 0, '', 0];
  return {
    start(whole) {
      total = whole;
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

function bar(stream: NodeJS.WriteStream): Progress {
  const shown = new SingleBar({
    stream,
    format: '{bar} {percentage}% {text}',
    hideCursor: true,
    clearOnComplete: true,
  });
  return {
    start: (total) => shown.start(total, 0, { text: '' }),
    step: (text) => shown.update({ text }),
    advance: (by) => shown.increment(by),
    stop: () => shown.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): Progress {
  return {
    start: () => undefined,
    step: (text) => void stream.write(`${text}\n`),
    advance: () => undefined,
    stop: () => undefined,
  };
}
