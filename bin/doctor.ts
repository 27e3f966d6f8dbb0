import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { examine } from '../src/doctor/examine.ts';
import type { Level } from '../src/doctor/finding.ts';
import { doctorText } from '../src/doctor/text.ts';
import { runProgram } from '../src/lib/run-program.ts';
import type { Language } from '../src/lib/sentence.ts';

const signs: Record<Level, string> = { good: '✓', warning: '!', bad: '✗' };

/** `npm run doctor`: a line a check; exit code 1 if a check says that the bot cannot run. */
async function main(language: Language): Promise<void> {
  const text = doctorText[language];
  let worst: Level = 'good';
  for await (const { check, level, message } of examine(process.env, { clock: Date.now, freeBytes }, text)) {
    console.log(`${signs[level]} ${text.checks[check].padEnd(11)} ${message}`);
    if (level === 'bad' || worst === 'good') worst = level;
  }
  console.log(`\n${text.verdict[worst]}`);
  if (worst === 'bad') process.exitCode = 1;
}

async function freeBytes(folder: string): Promise<number> {
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = await statfs(place);
  return bavail * bsize;
}

await runProgram(main);
