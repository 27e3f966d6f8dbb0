import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runEtl } from '../etl/run.ts';
import { liveVersion, openCatalogue } from '../src/catalogue/catalogue.ts';
import { readShellConfig } from '../src/lib/config.ts';
import { openStore } from '../src/store/store.ts';
import { nothingYet } from './fault.ts';
import { faults } from './faults/index.ts';
import { faultsOf } from './judge.ts';
import { readSoakOptions, usage } from './options.ts';
import { details, type Line, summary } from './report.ts';
import { runFault } from './run-fault.ts';
import { openState } from './state.ts';
import { clearScratches, makeScratch } from './temporary.ts';

/** Errors that nobody caught: on a bot they would be a crash. */
const crashes: string[] = [];
for (const name of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(name, (error) => crashes.push(`${name}: ${error instanceof Error ? error.stack : error}`));

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
  for (const name of clearScratches(tmpdir()))
    console.log(`cleared what a run that was killed had left: ${name}`);
  const scratch = makeScratch(tmpdir());
  const state = openState(folder, `${seed}-${counts ?? 'full'}`);
  const ground = await openGround(scratch);
  const lines: Line[] = [];
  const missed: string[] = [];
  const notes: string[] = [];
  let whole = true;
  for (const fault of chosen) {
    const reason = await fault.unavailable?.();
    if (reason !== undefined) {
      lines.push({ name: fault.name, skipped: reason });
      continue;
    }
    const times = counts ?? fault.full;
    const outcome = await runFault(fault, ground, { times, seed, state, isOver }).catch((error) => ({
      ...(state.read(fault.name) ?? nothingYet()),
      problems: [`it broke off: ${error instanceof Error ? error.message : error}`],
    }));
    const faulty = faultsOf(fault, outcome);
    const isWhole = outcome.injected >= times;
    lines.push({ name: fault.name, outcome, holds: isWhole && faulty.length === 0 });
    missed.push(...faulty);
    notes.push(...outcome.notes);
    whole &&= isWhole;
    console.log(`${fault.name}: ${outcome.injected} of ${times}`);
  }
  await Promise.all([ground.catalogue.close(), ground.store.close()]);
  rmSync(scratch, { recursive: true, force: true });
  console.log(`\n${details(lines)}\n`);
  for (const note of notes) console.log(note);
  if (whole) state.clear(chosen.map(({ name }) => name));
  conclude(whole, [...missed, ...crashes]);
  console.log(`\n${summary(lines)}`);
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
  process.exitCode = 1;
}
// The stage of a fault that broke off would keep the process.
process.exit();
