import { SingleBar } from 'cli-progress';
import { megabytes } from './report.ts';

/** Shows the progress in bytes; `total` is null if unknown. */
export interface Meter {
  begin(what: string, done: number, total: number | null): void;
  advance(bytes: number): void;
  /** Writes a line between two bars. */
  note(line: string): void;
  end(): void;
}

/** A progress bar on a terminal, otherwise a line every ten percent. */
export function createMeter(stream: NodeJS.WriteStream): Meter {
  return stream.isTTY ? bar(stream) : lines(stream);
}

const unknownStep = 25_000_000;

function lines(stream: NodeJS.WriteStream): Meter {
  let what = '';
  let done = 0;
  let total: number | null = null;
  let shown = -1;
  const show = () => {
    const step = total === null ? Math.floor(done / unknownStep) : tenths(done, total);
    if (step <= shown) return;
    shown = step;
    const share = total === null ? '' : ` ${step * 10} %,`;
    const size = total === null ? '' : ` of ${megabytes(total)}`;
    stream.write(`${what}:${share} ${megabytes(done)}${size}\n`);
  };
  return {
    begin: (...work) => {
      [what, done, total] = work;
      shown = -1;
      show();
    },
    advance: (bytes) => {
      done += bytes;
      show();
    },
    note: (line) => void stream.write(`${line}\n`),
    end: () => undefined,
  };
}

const tenths = (done: number, total: number) => (total === 0 ? 10 : Math.floor((done * 10) / total));

/** Without a known total, lines instead of a bar. */
function bar(stream: NodeJS.WriteStream): Meter {
  const plain = lines(stream);
  let shown: SingleBar | undefined;
  let done = 0;
  const end = () => {
    shown?.stop();
    shown = undefined;
  };
  return {
    begin: (what, start, total) => {
      end();
      done = start;
      if (total === null) return plain.begin(what, start, total);
      shown = createBar(stream);
      shown.start(total, start, { what, done: megabytes(start), size: megabytes(total) });
    },
    advance: (bytes) => {
      done += bytes;
      if (shown) shown.increment(bytes, { done: megabytes(done) });
      else plain.advance(bytes);
    },
    note: (line) => {
      end();
      plain.note(line);
    },
    end,
  };
}

function createBar(stream: NodeJS.WriteStream): SingleBar {
  return new SingleBar({
    stream,
    format: '{bar} {percentage}% {what} {done} of {size}, {eta_formatted} left',
    hideCursor: true,
    clearOnComplete: true,
  });
}
