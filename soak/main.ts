import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runEtl } from '../etl/run.ts';
import { liveVersion, openCatalogue } from '../src/catalogue/catalogue.ts';
import { readShellConfig } from '../src/lib/config.ts';
import { seededRandom } from '../src/lib/random.ts';
import { openStore } from '../src/store/store.ts';
import {
  addOutcomes,
  emptyOutcome,
  type Fault,
  failuresOf,
  type Outcome,
  type SoakContext,
} from './fault.ts';
import { faults } from './faults/index.ts';
import { readSoakOptions, usage } from './options.ts';
import { callsTable, type Line, openProgress, type Progress, summary } from './report.ts';
import { makeTemporaryFolder, removeAbandonedFolders } from './temporary.ts';

/** `npm run soak`: injects every fault and counts what broke. */

/** Uncaught errors: a bot would crash. */
const crashes: string[] = [];
for (const name of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(name, (error) => crashes.push(`${name}: ${error instanceof Error ? error.stack : error}`));

async function main(): Promise<void> {
  const options = readSoakOptions(process.argv.slice(2), tmpdir());
  if (options.help) return console.log(usage);
  const { counts, seed } = options;
  const chosen = chooseFaults(options.only);
  const deadline = Date.now() + options.minutes * 60_000;
  const isOver = () => Date.now() > deadline;
  for (const name of removeAbandonedFolders(tmpdir()))
    console.log(`Removed the folder of a run that was killed: ${name}`);
  const folder = makeTemporaryFolder(tmpdir());
  const progress = openProgress(options.state, `${seed}-${counts ?? 'full'}`);
  const context = await openContext(folder);
  const lines: Line[] = [];
  const failures: string[] = [];
  const notes: string[] = [];
  let isComplete = true;
  for (const fault of chosen) {
    const reason = await fault.unavailable?.();
    if (reason !== undefined) {
      lines.push({ name: fault.name, skipped: reason });
      continue;
    }
    const times = counts ?? fault.fullCount;
    const outcome = await runFault(fault, context, { times, seed, progress, isOver }).catch((error) => ({
      ...(progress.read(fault.name) ?? emptyOutcome()),
      problems: [`the run broke off: ${error instanceof Error ? error.message : error}`],
    }));
    const failuresOfFault = failuresOf(fault, outcome);
    const isFaultComplete = outcome.injected >= times;
    lines.push({ name: fault.name, outcome, holds: isFaultComplete && failuresOfFault.length === 0 });
    failures.push(...failuresOfFault);
    notes.push(...outcome.notes);
    isComplete &&= isFaultComplete;
    console.log(`${fault.name}: ${outcome.injected} of ${times}`);
  }
  await Promise.all([context.catalogue.close(), context.store.close()]);
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${callsTable(lines)}\n`);
  for (const note of notes) console.log(note);
  if (isComplete) progress.clear(chosen.map(({ name }) => name));
  conclude(isComplete, [...failures, ...crashes]);
  console.log(`\n${summary(lines)}`);
}

function chooseFaults(names: readonly string[]) {
  const known = faults.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`--only: there is no fault "${unknown}". The faults are: ${known.join(', ')}.`);
  return faults.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** The published data, or the sample if nothing is published. */
async function openContext(folder: string) {
  const { PARQUET_DIR } = readShellConfig(process.env);
  const isPublished = (await liveVersion(PARQUET_DIR)) !== undefined;
  const parquet = isPublished ? PARQUET_DIR : join(folder, 'parquet');
  if (!isPublished) await runEtl({ from: 'data/sample', to: parquet });
  const store = await openStore({ file: join(folder, 'soak.db') });
  return { parquet, folder, store, deadlineMs: 3000, catalogue: await openCatalogue(parquet) };
}

function conclude(isComplete: boolean, failures: readonly string[]): void {
  for (const failure of failures) console.log(failure);
  if (!isComplete) console.log('Out of time: the same command continues from here.');
  else if (failures.length === 0)
    console.log(
      'All faults hold: no crash, no lost answer that Discord would have accepted, and a recovery each time.',
    );
  else console.log(`Not all faults hold: ${failures.length} problems, above.`);
  process.exitCode = isComplete && failures.length === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// A fault that broke off leaves its bot open, which would keep the process running.
process.exit();

/**
 * Injects a fault until it has been injected `times` times, including earlier interrupted runs, or until `isOver`. Saves
 * the progress after each batch.
 */
export async function runFault(
  fault: Fault,
  context: Omit<SoakContext, 'random'>,
  {
    times,
    seed,
    progress,
    isOver,
  }: { times: number; seed: number; progress: Progress; isOver: () => boolean },
): Promise<Outcome> {
  let outcome = progress.read(fault.name) ?? emptyOutcome();
  if (outcome.injected >= times) return outcome;
  const session = await fault.open({ ...context, random: seededRandom(seed + outcome.injected) });
  const { batchSize = 1 } = fault;
  while (outcome.injected < times && !isOver()) {
    outcome = addOutcomes(outcome, await session.inject(Math.min(batchSize, times - outcome.injected)));
    progress.write(fault.name, outcome);
  }
  outcome = addOutcomes(outcome, { ...emptyOutcome(), ...(await session.close()) });
  progress.write(fault.name, outcome);
  return outcome;
}
