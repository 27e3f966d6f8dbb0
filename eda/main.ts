import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../etl/manifest.ts';
import { explainError, Problem } from '../etl/problem.ts';
import { findSources } from '../etl/sources.ts';
import { liveVersion } from '../src/catalogue/catalogue.ts';
import { operatorText } from '../src/lib/operator-text.ts';
import { runProgram } from '../src/lib/run-program.ts';
import type { Language } from '../src/lib/sentence.ts';
import { type EdaOptions, readOptions } from './options.ts';
import { makeReport, type Sources } from './report.ts';
import { wording } from './wording.ts';

/** `npm run eda`: writes the report atomically. */
async function main(language: Language): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env, language);
  if (options === undefined) {
    console.log(wording.usage[language]);
    return;
  }
  const html = await makeReport(await findInput(options), options.language);
  write(options.out, html);
  console.log(options.out);
}

/** The live version and the raw file that it was made from. Throws a Problem if they do not match. */
async function findInput({ from, parquet }: EdaOptions): Promise<Sources> {
  const raw = findSources(from, { texts: '', words: '' }).find(({ kind }) => kind === 'movies');
  if (raw === undefined) throw new Problem(wording.noFilms(from));
  const version = await liveVersion(parquet);
  if (version === undefined) throw new Problem(operatorText.noData(parquet));
  const manifest: Manifest = JSON.parse(readFileSync(join(parquet, version, 'manifest.json'), 'utf8'));
  const sum = createHash('sha256').update(readFileSync(raw.path)).digest('hex');
  if (!manifest.sources.some(({ sha256 }) => sha256 === sum))
    throw new Problem(wording.otherFile(raw.path, version, from));
  return { raw: raw.path, parquet, manifest };
}

function write(file: string, html: string): void {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    writeFileSync(unfinished, html);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
    throw new Problem(wording.unwritable(file, code));
  }
}

await runProgram(main, explainError);
