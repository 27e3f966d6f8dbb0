import { seededRandom } from '../src/lib/random.ts';
import { addOutcomes, emptyOutcome, type Fault, type Outcome, type SoakContext } from './fault.ts';
import type { Progress } from './progress.ts';

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
