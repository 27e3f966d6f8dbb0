import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCatalogue } from '../src/catalogue/catalogue.ts';
import { readConfig } from '../src/lib/config.ts';
import { publishFirstData } from '../src/reload/etl-process.ts';
import { openStore, type StoreLocation } from '../src/store/store.ts';
import { newDatabase, whyNoServer } from '../test/support/postgres.ts';
import { ms, runBenchmark, type Target, table } from './report.ts';
import { makeYear } from './store/make-year.ts';
import { measureStore } from './store/measure-store.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

const usage = 'Usage: npm run bench:store -- [--picks 10000000] [--only sqlite|postgres]';

/** The 99th percentile of the calls that people wait for, in milliseconds. */
const LIMIT_MS = 100;

/** `npm run bench:store`: latency of the store with a year of trivia in it, on both engines. */
async function main(): Promise<Target[]> {
  const { values } = parseArgs({
    options: { picks: { type: 'string', default: '10000000' }, only: { type: 'string' } },
  });
  const picks = Number(values.picks);
  if (!Number.isSafeInteger(picks) || picks < 1000)
    throw new Error(`--picks must be a whole number of at least 1000. ${usage}`);
  const targets: Target[] = [];
  if (values.only !== 'postgres')
    targets.push(
      ...(await withTemporaryFolder((folder) =>
        measureEngine('SQLite', { file: join(folder, 'filmoteca.db') }, picks),
      )),
    );
  if (values.only !== 'sqlite') targets.push(...(await measurePostgres(picks)));
  return targets;
}

async function measurePostgres(picks: number): Promise<Target[]> {
  const reason = await whyNoServer();
  if (reason !== undefined) return [{ name: reason, isMet: false }];
  const { url, drop } = await newDatabase();
  try {
    return await measureEngine('PostgreSQL', { url }, picks);
  } finally {
    await drop();
  }
}

async function measureEngine(engine: string, location: StoreLocation, picks: number): Promise<Target[]> {
  const { PARQUET_DIR } = readConfig(process.env);
  await publishFirstData(PARQUET_DIR, { quiet: true });
  const makeSeconds = await timeSeconds(() => makeYear(location, picks));
  const migrateSeconds = await timeSeconds(async () => (await openStore(location)).close());
  const catalogue = await openCatalogue(PARQUET_DIR);
  const store = await openStore(location);
  const latencies = [...(await measureStore(store, catalogue))];
  await Promise.all([store.close(), catalogue.close()]);
  console.log(
    `${engine}, ${picks} picks: made in ${makeSeconds} s, migrated from 0.1.0 in ${migrateSeconds} s`,
  );
  console.log(
    table([
      ['', 'median ms', 'p99 ms', 'max ms'],
      ...latencies.map(([job, { median, p99, max }]) => [job, ms(median), ms(p99), ms(max)]),
    ]),
  );
  return latencies.map(([job, { p99 }]) => ({
    name: `${engine}: ${job} within ${LIMIT_MS} ms (p99)`,
    isMet: p99 <= LIMIT_MS,
  }));
}

async function timeSeconds(work: () => Promise<unknown>): Promise<string> {
  const start = performance.now();
  await work();
  return ((performance.now() - start) / 1000).toFixed(0);
}

await runBenchmark(main);
