import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from 'dotenv';
import type { Manifest } from '../etl/manifest.ts';
import { Problem } from '../etl/problem.ts';
import { findSources } from '../etl/sources.ts';
import { liveVersion } from '../src/catalogue/catalogue.ts';
import { type EdaOptions, readOptions, usage } from './options.ts';
import { makeReport, type Sources } from './report.ts';

/** `npm run eda`: writes the report atomically. */
async function main(): Promise<void> {
  config({ quiet: true });
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === undefined) {
    console.log(usage);
    return;
  }
  const html = await makeReport(await findInput(options), options.language);
  write(options.out, html);
  console.log(options.out);
}

/** The live version and the raw file that it was made from. Throws a Problem if they do not match. */
async function findInput({ from, parquet }: EdaOptions): Promise<Sources> {
  const raw = findSources(from, { texts: '', words: '' }).find(({ kind }) => kind === 'movies');
  if (raw === undefined) throw new Problem(`There are no films in ${from}.`);
  const version = await liveVersion(parquet);
  if (version === undefined)
    throw new Problem(`No data is published in ${parquet}: run \`npm run etl\` first.`);
  const manifest: Manifest = JSON.parse(readFileSync(join(parquet, version, 'manifest.json'), 'utf8'));
  const sum = createHash('sha256').update(readFileSync(raw.path)).digest('hex');
  if (!manifest.sources.some(({ sha256 }) => sha256 === sum))
    throw new Problem(
      `${raw.path} is not the file that version ${version} was made from: run \`npm run etl -- --from ${from}\`, or name the folder of its raw files with --from.`,
    );
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
    throw new Problem(`The report ${file} cannot be written (${code}). Name another file with --out.`);
  }
}

try {
  await main();
} catch (error) {
  if (process.env.DEBUG) console.error(error);
  console.error(error instanceof Error ? error.message.split('\n')[0] : String(error));
  process.exitCode = 1;
}
