import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fullSize, writeRawFiles } from './generate/raw-files.ts';
import { describePeer, peerPython } from './peer.ts';
import { median, table } from './report.ts';
import { type Measured, measure } from './run-measured.ts';

const SEED = 20_261_122;
const OUR_RUNS = 3;
const TIMES_AS_FAST = 4;
const MOST_MB = 1000;

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'filmoteca-bench-'));
try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Measures, prints the table, and says whether the bars hold. */
async function main(): Promise<boolean> {
  const [raw, ours, theirs] = ['raw', 'ours', 'theirs'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [raw, ours, theirs]) mkdirSync(path);
  await writeRawFiles(raw, fullSize, SEED);
  console.log(
    `${inputs(raw)}; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.version}`,
  );

  const peerName = describePeer();
  const run = (what: string) =>
    measure(process.execPath, ['--import', 'tsx', file('run-etl.ts'), raw, ours, what]);
  const [our, named, peer] = [[], [], []] as [Measured[], Measured[], Measured[]];
  for (let round = 0; round < OUR_RUNS; round++) {
    our.push(await run('tables'));
    named.push(await run('names'));
    if (peerName !== undefined && round < OUR_RUNS - 1)
      peer.push(await measure(peerPython, [file('pandas_etl.py'), raw, theirs]));
  }
  const head = [
    'ETL of all tables but recommendations',
    'runs',
    'median s',
    'min s',
    'max s',
    'CPU s',
    'peak MB',
    'times as fast',
  ];
  const seconds = (runs: readonly Measured[]) => median(runs.map((each) => each.seconds));
  const ratio = seconds(peer) / seconds(our);
  const rows = [
    head,
    row('ours (npm run etl)', our, ratio),
    row('with the names for the search', named, seconds(peer) / seconds(named)),
  ];
  if (peerName !== undefined) rows.push(row(`peer: ${peerName}`, peer, 1));
  console.log(table(rows));
  const peak = Math.max(...[...our, ...named].map(({ peakMb }) => peakMb));
  console.log(verdict(peerName === undefined ? undefined : ratio, peak));
  return ratio >= TIMES_AS_FAST && peak <= MOST_MB;
}

function inputs(raw: string): string {
  return ['movies_metadata.csv', 'credits.csv', 'keywords.csv']
    .map((name) => `${name} ${(statSync(join(raw, name)).size / 1e6).toFixed(1)} MB`)
    .join(', ');
}

function row(name: string, runs: readonly Measured[], ratio: number): string[] {
  const seconds = runs.map((run) => run.seconds);
  const figures = [median(seconds), Math.min(...seconds), Math.max(...seconds)].map((value) =>
    value.toFixed(1),
  );
  const peak = Math.max(...runs.map(({ peakMb }) => peakMb)).toFixed(0);
  const cpu = median(runs.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1);
  return [name, String(runs.length), ...figures, cpu, peak, Number.isNaN(ratio) ? '-' : ratio.toFixed(2)];
}

function verdict(ratio: number | undefined, peak: number): string {
  const memory = `peak memory ${peak.toFixed(0)} MB ${peak <= MOST_MB ? 'is within' : 'is above'} ${MOST_MB} MB`;
  if (ratio === undefined)
    return `NOT JUDGED: there is no pandas for ${peerPython}, so the ratio was skipped (install it: apt-get install python3-pandas); ${memory}.`;
  const isFast = ratio >= TIMES_AS_FAST;
  const holds = isFast && peak <= MOST_MB;
  const speed = `${ratio.toFixed(2)} times as fast as the peer ${isFast ? 'is at least' : 'is less than'} ${TIMES_AS_FAST} times`;
  return `${holds ? 'The bars hold' : 'The bars DO NOT hold'}: ${speed}, ${memory}.`;
}
