import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Catalogue, liveVersion, openCatalogue } from '../src/catalogue/catalogue.ts';
import { readConfig } from '../src/lib/config.ts';
import { films } from '../src/search/kinds/films.ts';
import { openFullData } from './full-data.ts';
import { figuresOf, judge, ms, residentMb } from './measure.ts';
import { table } from './report.ts';

/** `npm run bench:reload`: five swaps of the full data under load; what readers notice, and what memory is left. */
const SWAPS = 5;
const READERS = 4;
const BARS = { p99: 100, growth: 0.1 };
/** What a load needed for a moment goes back to the system within so long. */
const SETTLE_MS = 15_000;

/** What readers ask: each read holds several figures of one version against each other. */
const COUNTS = `
  select
    (select count(*)::int from movies) as films,
    (select count(distinct movie_id)::int from titles) as titled,
    (select content->>'version' from manifest) as version
`;

interface Reads {
  times: number[];
  torn: number;
  /** What each read that failed said. */
  failed: string[];
}

/** Reads until told to stop, as a command does: a name is found, then queries. */
async function readOn(catalogue: Catalogue, reads: Reads, goesOn: () => boolean): Promise<void> {
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
    // A person reads the answer before the next one.
    await pause(20);
  }
}

/** A folder with the full data under two names. */
function twice(folder: string, name: string): { place: string; names: [string, string] } {
  const place = mkdtempSync(join(tmpdir(), 'filmoteca-reload-'));
  const other = `20000101T000000Z-${name.slice(-6)}`;
  for (const version of [name, other]) cpSync(join(folder, name), join(place, version), { recursive: true });
  const manifest = join(place, other, 'manifest.json');
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace(name, () => other),
  );
  writeFileSync(join(place, 'current'), name);
  return { place, names: [name, other] };
}

const { PARQUET_DIR } = readConfig(process.env);
await openFullData().then(({ catalogue }) => catalogue.close());
const { place, names } = twice(PARQUET_DIR, (await liveVersion(PARQUET_DIR)) ?? '');
try {
  const catalogue = await openCatalogue(place);
  const reads: Reads = { times: [], torn: 0, failed: [] };
  let reading = true;
  const readers = Array.from({ length: READERS }, () => readOn(catalogue, reads, () => reading));
  await pause(SETTLE_MS);
  const atRest = figuresOf(reads.times.splice(0));
  const before = residentMb();
  const rows: string[][] = [['at rest', '', ms(atRest.median), ms(atRest.p99), before.toFixed(0)]];
  const all: number[] = [];
  let after = before;
  for (let swap = 1; swap <= SWAPS; swap++) {
    const start = performance.now();
    await catalogue.swap(names[swap % 2]);
    const seconds = (performance.now() - start) / 1000;
    const during = reads.times.splice(0);
    all.push(...during);
    await pause(SETTLE_MS);
    reads.times.splice(0);
    after = residentMb();
    const { median, p99 } = figuresOf(during);
    rows.push([`swap ${swap}`, seconds.toFixed(1), ms(median), ms(p99), after.toFixed(0)]);
  }
  reading = false;
  await Promise.all(readers);
  await catalogue.close();
  console.log(table([['', 'seconds', 'read p50 ms', 'read p99 ms', 'resident MB'], ...rows]));
  console.log(`${all.length} reads during swaps: ${reads.torn} torn, ${reads.failed.length} failed.`);
  for (const said of new Set(reads.failed)) console.log(`A failed read said: ${said}`);
  judge([
    { what: 'no torn read', holds: reads.torn === 0 },
    { what: 'no read failed', holds: reads.failed.length === 0 },
    { what: `reads during swaps p99 under ${BARS.p99} ms`, holds: figuresOf(all).p99 < BARS.p99 },
    {
      what: `memory back within ${BARS.growth * 100} % of where it was`,
      holds: after < before * (1 + BARS.growth),
    },
  ]);
} finally {
  rmSync(place, { recursive: true, force: true });
}
