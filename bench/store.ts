import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCatalogue } from '../src/catalogue/catalogue.ts';
import { readConfig } from '../src/lib/config.ts';
import { publishFirstData } from '../src/reload/first-data.ts';
import { openStore, type StoreLocation } from '../src/store/store.ts';
import { newDatabase, whyNoServer } from '../test/support/postgres.ts';
import { type Bar, type Figures, judge, ms } from './measure.ts';
import { table } from './report.ts';
import { makeYear } from './store/make-year.ts';
import { measureStore } from './store/measure-store.ts';

const usage = 'Usage: npm run bench:store -- [--picks 10000000] [--only sqlite|postgres]';

/** The slowest of a hundred calls that people wait for, in milliseconds. */
const P99_MS = 100;

/** `npm run bench:store`: what the store takes for a call when it holds a year of trivia, on both engines. */
async function main(): Promise<Bar[]> {
  const { values } = parseArgs({
    options: { picks: { type: 'string', default: '10000000' }, only: { type: 'string' } },
  });
  const picks = Number(values.picks);
  if (!Number.isSafeInteger(picks) || picks < 1000)
    throw new Error(`--picks is a number from 1000 on. ${usage}`);
  const bars: Bar[] = [];
  if (values.only !== 'postgres') bars.push(...(await onSqlite(picks)));
  if (values.only !== 'sqlite') bars.push(...(await onPostgres(picks)));
  return bars;
}

async function onSqlite(picks: number): Promise<Bar[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-bench-'));
  try {
    return await measure('SQLite', { file: join(folder, 'filmoteca.db') }, picks);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(picks: number): Promise<Bar[]> {
  const reason = await whyNoServer();
  if (reason !== undefined) return [{ what: reason, holds: false }];
  const { url, drop } = await newDatabase();
  try {
    return await measure('PostgreSQL', { url }, picks);
  } finally {
    await drop();
  }
}

async function measure(engine: string, place: StoreLocation, picks: number): Promise<Bar[]> {
  const { PARQUET_DIR } = readConfig(process.env);
  await publishFirstData(PARQUET_DIR);
  const made = await timed(() => makeYear(place, picks));
  const opened = await timed(async () => (await openStore(place)).close());
  const catalogue = await openCatalogue(PARQUET_DIR);
  const store = await openStore(place);
  const figures = await measureStore(store, catalogue);
  await Promise.all([store.close(), catalogue.close()]);
  console.log(`${engine}, ${picks} picks: made in ${made} s, migrated from 0.1.0 in ${opened} s`);
  console.log(table([['', 'median ms', 'p99 ms', 'max ms'], ...[...figures].map(lineOf)]));
  return [...figures].map(([what, { p99 }]) => ({
    what: `${engine}: ${what} within ${P99_MS} ms (p99)`,
    holds: p99 <= P99_MS,
  }));
}

const lineOf = ([what, { median, p99, max }]: [string, Figures]) => [what, ms(median), ms(p99), ms(max)];

async function timed(work: () => Promise<unknown>): Promise<string> {
  const start = performance.now();
  await work();
  return ((performance.now() - start) / 1000).toFixed(0);
}

try {
  judge(await main());
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
