import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRatings } from './generate/ratings.ts';
import { filmIds, fullSize, writeRawFiles } from './generate/raw-files.ts';
import { describeMachine, runBenchmark, type Target, table } from './report.ts';
import { runMeasured } from './run-measured.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** `npm run bench:ratings`: the whole ETL on generated files of full size, with as many ratings as MovieLens' largest file. */
const SEED = 20_261_126;
const PEOPLE = 270_000;
const LIMITS = { seconds: 600, peakMb: 1500 };

await runBenchmark(() => withTemporaryFolder(measureRatings));

async function measureRatings(folder: string): Promise<Target[]> {
  const [raw, target] = [join(folder, 'raw'), join(folder, 'parquet')];
  mkdirSync(raw);
  await writeRawFiles(raw, fullSize, SEED);
  await writeRatings(raw, { films: filmIds(fullSize, SEED), people: PEOPLE }, SEED);
  const megabytes = (statSync(join(raw, 'ratings.csv')).size / 1e6).toFixed(0);
  console.log(`ratings.csv of ${PEOPLE} people, ${megabytes} MB; ${describeMachine()}`);
  const program = fileURLToPath(new URL('run-etl.ts', import.meta.url));
  const args = ['bin/run.mjs', program, raw, target, 'all'];
  const { seconds, peakMb, cpuSeconds } = await runMeasured(process.execPath, args);
  console.log(
    table([
      ['whole ETL', 's', 'CPU s', 'peak MB'],
      ['npm run etl', seconds.toFixed(0), cpuSeconds.toFixed(0), peakMb.toFixed(0)],
    ]),
  );
  return [
    { name: `at most ${LIMITS.seconds} s (${seconds.toFixed(0)})`, isMet: seconds <= LIMITS.seconds },
    { name: `at most ${LIMITS.peakMb} MB (${peakMb.toFixed(0)})`, isMet: peakMb <= LIMITS.peakMb },
  ];
}
