import { config } from 'dotenv';
import { rawFolder } from '../options.ts';
import { Problem } from '../problem.ts';
import { createMeter } from './meter.ts';
import { readOptions } from './options.ts';
import { wording } from './report.ts';
import { downloadData } from './run.ts';

config({ quiet: true });
const meter = createMeter(process.stderr);
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
  await main();
} catch (error) {
  meter.end();
  const isProblem = error instanceof Problem;
  if (!isProblem && process.env.DEBUG) console.error(error);
  console.error(
    isProblem ? error.message : wording.unexpected(error instanceof Error ? error.message : String(error)),
  );
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { help, ...options } = readOptions(process.argv.slice(2), process.env);
  if (help) {
    console.log(wording.usage);
    return;
  }
  await downloadData(options, meter, (line) => console.log(line));
  console.log(options.to === rawFolder(process.env) ? wording.next : wording.nextFrom(options.to));
}
