import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { type Catalogue, liveVersion, openCatalogue } from '../src/catalogue/catalogue.ts';
import { readConfig } from '../src/lib/config.ts';
import { films } from '../src/search/kinds/films.ts';
import { openFullData } from './full-data.ts';
import { percentilesOf, residentMb } from './measure.ts';
import { ms, runBenchmark, type Target, table } from './report.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** `npm run bench:reload`: swaps of the full data under load: latency and consistency of reads, and memory afterwards. */
const SWAPS = 5;
const READERS = 4;
const LIMITS = { p99: 100, growth: 0.1 };
/** How long memory that a load freed may take to go back to the system. */
const SETTLE_MS = 15_000;

/** Figures that agree only if all come from one version. */
const COUNTS = `
  select
    (select count(*)::int from movies) as films,
    (select count(distinct movie_id)::int from titles) as titled,
    (select content->>'version' from manifest) as version
`;

interface Reads {
  times: number[];
  /** Reads that mixed two versions. */
  torn: number;
  /** The messages of reads that failed. */
  failed: string[];
}

/** Reads as a command does, a search and then queries, as long as `goesOn`. */
async function readRepeatedly(catalogue: Catalogue, reads: Reads, goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    const start = performance.now();
    try {
      await catalogue.read(AbortSignal.timeout(1800), async ({ query, find }) => {
        await find(films, 'toy story', { limit: 5 });
        const [first] = await query<{ films: number; titled: number; version: string }>(COUNTS);
        const [second] = await query<{ version: string }>(
          "select content->>'version' as version from manifest",
        );
        if (first?.films !== first?.titled || first?.version !== second?.version) reads.torn++;
      });
      reads.times.push(performance.now() - start);
    } catch (error) {
      reads.failed.push(error instanceof Error ? error.message : String(error));
    }
    // People pause between two commands.
    await delay(20);
  }
}

/** Copies a version into a folder twice, under two names, and makes the first one current. Returns the names. */
function copyTwice(source: string, version: string, target: string): [string, string] {
  const second = `20000101T000000Z-${version.slice(-6)}`;
  for (const name of [version, second])
    cpSync(join(source, version), join(target, name), { recursive: true });
  const manifest = join(target, second, 'manifest.json');
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace(version, () => second),
  );
  writeFileSync(join(target, 'current'), version);
  return [version, second];
}

async function measureSwaps(folder: string): Promise<Target[]> {
  const { PARQUET_DIR } = readConfig(process.env);
  await openFullData().then(({ catalogue }) => catalogue.close());
  const versions = copyTwice(PARQUET_DIR, (await liveVersion(PARQUET_DIR)) ?? '', folder);
  const catalogue = await openCatalogue(folder);
  const reads: Reads = { times: [], torn: 0, failed: [] };
  let isReading = true;
  const readers = Array.from({ length: READERS }, () => readRepeatedly(catalogue, reads, () => isReading));
  await delay(SETTLE_MS);
  const atRest = percentilesOf(reads.times.splice(0));
  const before = residentMb();
  const rows: string[][] = [['at rest', '', ms(atRest.median), ms(atRest.p99), before.toFixed(0)]];
  const duringSwaps: number[] = [];
  let after = before;
  for (let swap = 1; swap <= SWAPS; swap++) {
    const start = performance.now();
    await catalogue.swap(versions[swap % 2]);
    const seconds = (performance.now() - start) / 1000;
    const times = reads.times.splice(0);
    duringSwaps.push(...times);
    await delay(SETTLE_MS);
    reads.times.splice(0);
    after = residentMb();
    const { median, p99 } = percentilesOf(times);
    rows.push([`swap ${swap}`, seconds.toFixed(1), ms(median), ms(p99), after.toFixed(0)]);
  }
  isReading = false;
  await Promise.all(readers);
  await catalogue.close();
  console.log(table([['', 'seconds', 'read p50 ms', 'read p99 ms', 'resident MB'], ...rows]));
  console.log(`${duringSwaps.length} reads during swaps: ${reads.torn} torn, ${reads.failed.length} failed.`);
  for (const message of new Set(reads.failed)) console.log(`A read failed: ${message}`);
  return [
    { name: 'no torn read', isMet: reads.torn === 0 },
    { name: 'no failed read', isMet: reads.failed.length === 0 },
    {
      name: `reads during swaps p99 under ${LIMITS.p99} ms`,
      isMet: percentilesOf(duringSwaps).p99 < LIMITS.p99,
    },
    {
      name: `memory after the swaps within ${LIMITS.growth * 100} % of before`,
      isMet: after < before * (1 + LIMITS.growth),
    },
  ];
}

await runBenchmark(() => withTemporaryFolder(measureSwaps));
