import type { z } from 'zod';
import { check, type Problem, printProblem } from '../limits/form-errors.ts';
import type { BodyKind, DiscordState } from '../state.ts';
import { apiErrors } from './api-error.ts';

const KEPT = 1000;

/** Returns the parsed body. If the schema or `state.validate` rejects it, records a violation and throws 50035. */
export function validated<T>(state: DiscordState, kind: BodyKind, schema: z.ZodType<T>, body: unknown): T {
  const read = check(schema, body);
  if ('problems' in read) throw recordViolation(state, kind, body, read.problems);
  const messages = state.validate?.(body, kind) ?? [];
  if (messages.length > 0) {
    const problems = messages.map((message) => ({ path: [], code: 'VALIDATOR', message }));
    throw recordViolation(state, kind, body, problems);
  }
  return read.value;
}

/** Records a refused body. Returns the error to throw. */
export function recordViolation(state: DiscordState, kind: BodyKind, body: unknown, problems: Problem[]) {
  state.violations.push({ kind, problems: problems.map(printProblem), body });
  if (state.violations.length > KEPT) state.violations.shift();
  return apiErrors.invalidBody(problems);
}
