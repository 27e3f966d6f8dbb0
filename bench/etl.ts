import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fullSize, writeRawFiles } from './generate/raw-files.ts';
import { percentilesOf } from './measure.ts';
import { describeMachine, runBenchmark, type Target, table } from './report.ts';
import { type RunCost, runMeasured } from './run-measured.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** `npm run bench:etl`: the ETL on generated files of full size, against pandas doing less. */
const SEED = 20_261_122;
const RUNS = 3;
const LIMITS = { timesAsFast: 4, peakMb: 1000 };

/** Debian's own interpreter: others on the PATH may be slower, and have another version of pandas. */
const PYTHON = '/usr/bin/python3';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

await runBenchmark(() => withTemporaryFolder(measureEtl));

async function measureEtl(folder: string): Promise<Target[]> {
  const [raw, target, pandasTarget] = [join(folder, 'raw'), join(folder, 'parquet'), join(folder, 'pandas')];
  for (const path of [raw, target, pandasTarget]) mkdirSync(path);
  await writeRawFiles(raw, fullSize, SEED);
  console.log(`${sizesOf(raw)}; ${describeMachine()}`);

  const pandasName = describePandas();
  const runEtl = (extent: string) =>
    runMeasured(process.execPath, ['bin/run.mjs', file('run-etl.ts'), raw, target, extent]);
  const [tables, names, pandas]: [RunCost[], RunCost[], RunCost[]] = [[], [], []];
  for (let run = 0; run < RUNS; run++) {
    tables.push(await runEtl('tables'));
    names.push(await runEtl('names'));
    if (pandasName !== undefined)
      pandas.push(await runMeasured(PYTHON, [file('pandas_etl.py'), raw, pandasTarget]));
  }
  const baseline = medianSeconds(pandas);
  console.log(
    table([
      [
        'ETL of all tables except recommendations',
        'runs',
        'median s',
        'min s',
        'max s',
        'CPU s',
        'peak MB',
        'times as fast',
      ],
      row('npm run etl', tables, baseline),
      row('with the names of the search', names, baseline),
      ...(pandasName === undefined ? [] : [row(pandasName, pandas, baseline)]),
    ]),
  );
  const peakMb = Math.max(...[...tables, ...names].map((run) => run.peakMb));
  const speed = baseline / medianSeconds(tables);
  return [
    {
      name:
        pandasName === undefined
          ? `there is no pandas for ${PYTHON} to compare with (apt-get install python3-pandas)`
          : `at least ${LIMITS.timesAsFast} times as fast as pandas (${speed.toFixed(2)})`,
      isMet: speed >= LIMITS.timesAsFast,
    },
    {
      name: `peak memory at most ${LIMITS.peakMb} MB (${peakMb.toFixed(0)})`,
      isMet: peakMb <= LIMITS.peakMb,
    },
  ];
}

/** NaN without runs. */
const medianSeconds = (runs: readonly RunCost[]) => percentilesOf(runs.map(({ seconds }) => seconds)).median;

/** The versions of Python and pandas, or undefined if pandas is not installed. */
function describePandas(): string | undefined {
  const program = 'import platform, pandas; print(platform.python_version(), pandas.__version__)';
  const { status, stdout } = spawnSync(PYTHON, ['-c', program], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [python, pandas] = stdout.trim().split(' ');
  return `pandas ${pandas} (${PYTHON}, Python ${python})`;
}

function sizesOf(raw: string): string {
  return ['movies_metadata.csv', 'credits.csv', 'keywords.csv']
    .map((name) => `${name} ${(statSync(join(raw, name)).size / 1e6).toFixed(1)} MB`)
    .join(', ');
}

function row(name: string, runs: readonly RunCost[], baseline: number): string[] {
  const seconds = runs.map((run) => run.seconds);
  const figures = [medianSeconds(runs), Math.min(...seconds), Math.max(...seconds)];
  const cpu = percentilesOf(runs.map(({ cpuSeconds }) => cpuSeconds)).median;
  const peak = Math.max(...runs.map(({ peakMb }) => peakMb));
  const speed = baseline / medianSeconds(runs);
  return [
    name,
    String(runs.length),
    ...figures.map((value) => value.toFixed(1)),
    cpu.toFixed(1),
    peak.toFixed(0),
    Number.isNaN(speed) ? '-' : speed.toFixed(2),
  ];
}
