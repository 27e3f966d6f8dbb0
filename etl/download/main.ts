import { runProgram } from '../../src/lib/run-program.ts';
import type { Language } from '../../src/lib/sentence.ts';
import { rawFolder } from '../options.ts';
import { explainError } from '../problem.ts';
import { createMeter } from './meter.ts';
import { readOptions } from './options.ts';
import { downloadData } from './run.ts';
import { wording } from './wording.ts';

async function main(language: Language): Promise<void> {
  const meter = createMeter(process.stderr, language);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.on(signal, () => {
      // Received bytes are already in the part, and no file has its final name before it is complete.
      meter.note(wording.stopped);
      process.exit(code);
    });
  try {
    const { help, ...options } = readOptions(process.argv.slice(2), process.env);
    if (help) {
      console.log(wording.usage[language]);
      return;
    }
    await downloadData(options, meter, (sentence) => console.log(sentence[language]));
    const next = options.to === rawFolder(process.env) ? wording.next : wording.nextFrom(options.to);
    console.log(next[language]);
  } finally {
    meter.end();
  }
}

await runProgram(main, explainError);
