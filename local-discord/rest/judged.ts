import type { z } from 'zod';
import { check, type Problem, printProblem } from '../limits/form-errors.ts';
import type { BodyKind, World } from '../world.ts';
import { apiErrors } from './api-error.ts';

const KEPT = 1000;

/**
 * Returns the body as the schema reads it. A body that the schema or the world's judge finds fault with is
 * recorded in `world.violations` and refused with 50035.
 */
export function judged<T>(world: World, kind: BodyKind, schema: z.ZodType<T>, body: unknown): T {
  const read = check(schema, body);
  if ('problems' in read) throw refusal(world, kind, body, read.problems);
  const doubts = world.judge?.(body, kind) ?? [];
  if (doubts.length > 0) {
    const problems = doubts.map((message) => ({ path: [], code: 'JUDGE', message }));
    throw refusal(world, kind, body, problems);
  }
  return read.value;
}

/** Records a refused body and returns the error to throw. */
export function refusal(world: World, kind: BodyKind, body: unknown, problems: Problem[]) {
  world.violations.push({ kind, problems: problems.map(printProblem), body });
  if (world.violations.length > KEPT) world.violations.shift();
  return apiErrors.invalidBody(problems);
}
