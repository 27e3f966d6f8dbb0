import { writeFileSync } from 'node:fs';
import { config } from 'dotenv';
import { readOptions } from './options.ts';
import { Problem } from './problem.ts';
import { createProgress } from './progress.ts';
import { summary, wording } from './report.ts';
import { runEtl } from './run.ts';

config({ quiet: true });
const controller = new AbortController();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.on(signal, () => {
    // Removes the staging folder before the process exits.
    controller.abort(new Problem(signal));
    process.exit(code);
  });
// The run stops with its parent process.
process.on('disconnect', () => {
  controller.abort(new Problem('disconnect'));
  process.exit(1);
});
process.channel?.unref();

try {
  await main();
} catch (error) {
  const isProblem = error instanceof Problem;
  if (!isProblem && process.env.DEBUG) console.error(error);
  console.error(
    isProblem ? error.message : wording.unexpected(error instanceof Error ? error.message : String(error)),
  );
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { help, report, notices, ...options } = readOptions(process.argv.slice(2), process.env);
  if (help) {
    console.log(wording.usage);
    return;
  }
  for (const notice of notices) console.error(notice);
  const progress = createProgress(process);
  const manifest = await runEtl({ ...options, progress, warn: console.error, signal: controller.signal });
  const text = summary(manifest);
  console.log(`${text}\n${wording.published(options.to, manifest.version)}`);
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
