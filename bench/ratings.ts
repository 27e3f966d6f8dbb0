import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRatings } from './generate/ratings.ts';
import { filmIds, fullSize, writeRawFiles } from './generate/raw-files.ts';
import { judge } from './measure.ts';
import { table } from './report.ts';
import { measure } from './run-measured.ts';

/** `npm run bench:ratings`: the whole ETL on invented files of full size with a ratings file as large as MovieLens' largest. */
const SEED = 20_261_126;
const PEOPLE = 270_000;
const MOST_SECONDS = 600;
const MOST_MB = 1500;

const folder = mkdtempSync(join(tmpdir(), 'filmoteca-bench-'));
try {
  const [raw, to] = [join(folder, 'raw'), join(folder, 'parquet')];
  mkdirSync(raw);
  await writeRawFiles(raw, fullSize, SEED);
  await writeRatings(raw, { films: filmIds(fullSize, SEED), people: PEOPLE }, SEED);
  const megabytes = (statSync(join(raw, 'ratings.csv')).size / 1e6).toFixed(0);
  console.log(
    `ratings.csv of ${PEOPLE} people, ${megabytes} MB; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.version}`,
  );
  const child = fileURLToPath(new URL('run-etl.ts', import.meta.url));
  const { seconds, peakMb, cpuSeconds } = await measure(process.execPath, [
    '--import',
    'tsx',
    child,
    raw,
    to,
    'all',
  ]);
  console.log(
    table([
      ['whole ETL', 's', 'CPU s', 'peak MB'],
      ['ours (npm run etl)', seconds.toFixed(0), cpuSeconds.toFixed(0), peakMb.toFixed(0)],
    ]),
  );
  judge([
    { what: `at most ${MOST_SECONDS} s (${seconds.toFixed(0)})`, holds: seconds <= MOST_SECONDS },
    { what: `at most ${MOST_MB} MB (${peakMb.toFixed(0)})`, holds: peakMb <= MOST_MB },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
