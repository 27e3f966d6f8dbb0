import { writeFileSync } from 'node:fs';
import { runProgram } from '../src/lib/run-program.ts';
import { type Language, type Sentence, sentenceOf } from '../src/lib/sentence.ts';
import { readOptions } from './options.ts';
import { explainError, Problem } from './problem.ts';
import { createProgress } from './progress.ts';
import { summary } from './report.ts';
import { runEtl } from './run.ts';
import { wording } from './wording.ts';

const controller = new AbortController();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.on(signal, () => {
    // Removes the staging folder before the process exits.
    controller.abort(new Problem(sentenceOf(signal)));
    process.exit(code);
  });
// The run stops with its parent process.
process.on('disconnect', () => {
  controller.abort(new Problem(sentenceOf('disconnect')));
  process.exit(1);
});
process.channel?.unref();

async function main(language: Language): Promise<void> {
  const { help, report, notices, quiet, ...options } = readOptions(process.argv.slice(2), process.env);
  if (help) {
    console.log(wording.usage[language]);
    return;
  }
  const warn = (sentence: Sentence) => console.error(sentence[language]);
  for (const notice of notices) warn(notice);
  const progress = createProgress(process, { language, quiet });
  const manifest = await runEtl({ ...options, language, progress, warn, signal: controller.signal });
  const text = summary(manifest, language);
  if (!quiet) console.log(`${text}\n${wording.published(options.to, manifest.version)[language]}`);
  if (report !== undefined) writeReport(report, { manifest, report: text.split('\n') });
}

function writeReport(file: string, content: object): void {
  try {
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
    throw new Problem(wording.reportUnwritable(file, code));
  }
}

await runProgram(main, explainError);
