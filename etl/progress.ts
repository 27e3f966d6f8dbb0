import { SingleBar } from 'cli-progress';

/** Shows how far a run is. `done` and `total` are shares of the whole work; `text` names the step. */
export interface Progress {
  start(total: number): void;
  step(text: string): void;
  advance(by: number): void;
  stop(): void;
}

/** A bar on a terminal, a line a step elsewhere. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : lines(stream);
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
