import { SingleBar } from 'cli-progress';
import type { Language, Sentence } from '../../src/lib/sentence.ts';
import { megabytes, wording } from './wording.ts';

/** Shows the progress in bytes; `total` is null if unknown. */
export interface Meter {
  begin(what: Sentence, done: number, total: number | null): void;
  advance(bytes: number): void;
  /** Writes a line between two bars. */
  note(sentence: Sentence): void;
  end(): void;
}

/** A progress bar on a terminal, otherwise a line every ten percent. */
export function createMeter(stream: NodeJS.WriteStream, language: Language): Meter {
  return stream.isTTY ? bar(stream, language) : lines(stream, language);
}

const unknownStep = 25_000_000;

function lines(stream: NodeJS.WriteStream, language: Language): Meter {
  let what = '';
  let done = 0;
  let total: number | null = null;
  let shown = -1;
  const show = () => {
    const step = total === null ? Math.floor(done / unknownStep) : tenths(done, total);
    if (step <= shown) return;
    shown = step;
    const share = total === null ? '' : ` ${step * 10} %,`;
    const size = total === null ? '' : wording.ofSize(megabytes(total))[language];
    stream.write(`${what}:${share} ${megabytes(done)}${size}\n`);
  };
  return {
    begin: (...work) => {
      what = work[0][language];
      [, done, total] = work;
      shown = -1;
      show();
    },
    advance: (bytes) => {
      done += bytes;
      show();
    },
    note: (sentence) => void stream.write(`${sentence[language]}\n`),
    end: () => undefined,
  };
}

const tenths = (done: number, total: number) => (total === 0 ? 10 : Math.floor((done * 10) / total));

/** Without a known total, lines instead of a bar. */
function bar(stream: NodeJS.WriteStream, language: Language): Meter {
  const plain = lines(stream, language);
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
      shown = createBar(stream, language);
      shown.start(total, start, { what: what[language], done: megabytes(start), size: megabytes(total) });
    },
    advance: (bytes) => {
      done += bytes;
      if (shown) shown.increment(bytes, { done: megabytes(done) });
      else plain.advance(bytes);
    },
    note: (sentence) => {
      end();
      plain.note(sentence);
    },
    end,
  };
}

function createBar(stream: NodeJS.WriteStream, language: Language): SingleBar {
  return new SingleBar({
    stream,
    format: wording.barFormat[language],
    hideCursor: true,
    clearOnComplete: true,
  });
}
