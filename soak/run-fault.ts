import { createRandom } from '../bench/generate/random.ts';
import { type Fault, type Ground, nothingYet, type Outcome, sum } from './fault.ts';
import type { State } from './state.ts';

/**
 * Injects a fault until it has been injected `times` times, those of earlier runs counted, or time is up. What was
 * reached is kept after each step.
 */
export async function runFault(
  fault: Fault,
  ground: Omit<Ground, 'random'>,
  { times, seed, state, isOver }: { times: number; seed: number; state: State; isOver: () => boolean },
): Promise<Outcome> {
  let outcome = state.read(fault.name) ?? nothingYet();
  if (outcome.injected >= times) return outcome;
  const random = createRandom(seed + outcome.injected);
  const scene = await fault.open({ ...ground, random: () => random.next() });
  const { step = 1 } = fault;
  while (outcome.injected < times && !isOver()) {
    outcome = sum(outcome, await scene.inject(Math.min(step, times - outcome.injected)));
    state.write(fault.name, outcome);
  }
  outcome = sum(outcome, { ...nothingYet(), ...(await scene.close()) });
  state.write(fault.name, outcome);
  return outcome;
}
