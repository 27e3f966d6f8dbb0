import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runEtl } from '../etl/run.ts';
import { liveVersion, openCatalogue } from '../src/catalogue/catalogue.ts';
import { readShellConfig } from '../src/config.ts';
import { openStore } from '../src/store/store.ts';
import { table } from './figures.ts';
import { figuresOf } from './latency.ts';
import type { Fault, Outcome } from './soak/fault.ts';
import { faults } from './soak/faults/index.ts';
import { faultsOf } from './soak/judge.ts';
import { readSoakOptions, usage } from './soak/options.ts';
import { runFault } from './soak/run-fault.ts';
import { openState } from './soak/state.ts';

/** Errors that nobody caught: on a bot they would be a crash. */
const crashes: string[] = [];
for (const name of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(name, (error) => crashes.push(`${name}: ${error instanceof Error ? error.stack : error}`));

const seconds = (ms: number) => (ms / 1000).toFixed(1);

function rowOf({ name }: Fault, { injected, calls, told, unfriendly, lost, recoveries }: Outcome): string[] {
  const { median, max } = figuresOf(recoveries);
  const times = recoveries.length === 0 ? ['', ''] : [seconds(median), seconds(max)];
  return [name, ...[injected, calls, told, unfriendly, lost].map(String), ...times];
}

async function main(): Promise<void> {
  const {
    only,
    counts,
    seed,
    state: folder,
    minutes,
    help,
  } = readSoakOptions(process.argv.slice(2), tmpdir());
  if (help) return console.log(usage);
  const unknown = only.find((wanted) => !faults.some(({ name }) => name === wanted));
  if (unknown !== undefined)
    throw new Error(
      `--only: there is no "${unknown}". There are: ${faults.map(({ name }) => name).join(', ')}.`,
    );
  const chosen = faults.filter(({ name }) => only.length === 0 || only.includes(name));
  const until = Date.now() + minutes * 60_000;
  const isOver = () => Date.now() > until;
  const scratch = mkdtempSync(join(tmpdir(), 'filmoteca-soak-'));
  const state = openState(folder, `${seed}-${counts ?? 'full'}`);
  const ground = await openGround(scratch);
  const rows: string[][] = [];
  const missed: string[] = [];
  const notes: string[] = [];
  let whole = true;
  for (const fault of chosen) {
    const reason = await fault.unavailable?.();
    if (reason !== undefined) {
      console.log(`${fault.name}: skipped, ${reason}`);
      continue;
    }
    const times = counts ?? fault.full;
    const outcome = await runFault(fault, ground, { times, seed, state, isOver });
    rows.push(rowOf(fault, outcome));
    missed.push(...faultsOf(fault, outcome));
    notes.push(...outcome.notes);
    whole &&= outcome.injected >= times;
    console.log(`${fault.name}: ${outcome.injected} of ${times}`);
  }
  await Promise.all([ground.catalogue.close(), ground.store.close()]);
  rmSync(scratch, { recursive: true, force: true });
  const head = [
    'fault',
    'injected',
    'calls',
    'told so',
    'unfriendly',
    'lost',
    'well after, median s',
    'max s',
  ];
  console.log(`\n${table([head, ...rows])}\n`);
  for (const note of notes) console.log(note);
  if (whole) state.clear();
  conclude(whole, [...missed, ...crashes]);
}

/** The published data, or the sample where there are none. */
async function openGround(scratch: string) {
  const { PARQUET_DIR } = readShellConfig(process.env);
  const isThere = (await liveVersion(PARQUET_DIR)) !== undefined;
  const parquet = isThere ? PARQUET_DIR : join(scratch, 'parquet');
  if (!isThere) await runEtl({ from: 'data/sample', to: parquet });
  const store = await openStore({ file: join(scratch, 'soak.db') });
  return { parquet, scratch, store, deadlineMs: 3000, catalogue: await openCatalogue(parquet) };
}

function conclude(whole: boolean, problems: readonly string[]): void {
  for (const problem of problems) console.log(problem);
  if (!whole) console.log('Time was up: the same command goes on from here.');
  else if (problems.length === 0)
    console.log(
      'All holds: nothing crashed, no answer was lost that Discord would take, and the bot came back each time.',
    );
  else console.log(`Not all holds: ${problems.length} problems, above.`);
  process.exitCode = whole && problems.length === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  // A stage that is still set would keep the process.
  process.exit(1);
}
