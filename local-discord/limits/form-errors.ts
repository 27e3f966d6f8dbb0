import type { z } from 'zod';

/** A problem of a body in Discord's terms: its path, code and message. */
export type Problem = { path: PropertyKey[]; code: string; message: string };

export type ErrorTree = { [key: string]: ErrorTree | { code: string; message: string }[] };

/** Returns Discord's nested `errors` object: `{ embeds: { 0: { title: { _errors: [...] } } } }`. */
export function nest(problems: readonly Problem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const key of path) node = childOf(node, String(key));
    const list = Array.isArray(node._errors) ? node._errors : [];
    node._errors = [...list, { code, message }];
  }
  return root;
}

function childOf(node: ErrorTree, key: string): ErrorTree {
  const child = node[key];
  if (child !== undefined && !Array.isArray(child)) return child;
  const made: ErrorTree = {};
  node[key] = made;
  return made;
}

/** Returns a problem as one line: `embeds.0.title[BASE_TYPE_MAX_LENGTH] Must be 256 or fewer in length.` */
export function printProblem({ path, code, message }: Problem): string {
  return `${path.map(String).join('.')}[${code}] ${message}`;
}

/** Returns the parsed value, or the problems of the body. */
export function check<T>(schema: z.ZodType<T>, body: unknown): { value: T } | { problems: Problem[] } {
  const parsed = schema.safeParse(body, { reportInput: true });
  return parsed.success ? { value: parsed.data } : { problems: parsed.error.issues.flatMap(toProblems) };
}

type Issue = z.core.$ZodIssue;

function toProblems(issue: Issue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      code: 'UNKNOWN_PROPERTY',
      message: 'Unknown property.',
    }));
  }
  return [{ path: issue.path, ...describe(issue) }];
}

function describe(issue: Issue): { code: string; message: string } {
  if (isMissing(issue)) return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  switch (issue.code) {
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_format':
      return issue.format === 'url'
        ? { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }
        : { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    case 'invalid_value':
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${issue.values.map(String).join(', ')}}.`,
      };
    case 'custom':
      return { code: String(issue.params?.code ?? 'INVALID'), message: issue.message };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}

function isMissing(issue: Issue): boolean {
  if (issue.code === 'too_small') return issue.origin === 'string' && issue.input === '';
  return issue.code !== 'custom' && issue.input === undefined;
}

function tooBig({ origin, maximum }: { origin: string; maximum: number | bigint }) {
  return origin === 'string' || origin === 'array'
    ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maximum} or fewer in length.` }
    : { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${maximum}.` };
}

function tooSmall({ origin, minimum }: { origin: string; minimum: number | bigint }) {
  return origin === 'string' || origin === 'array'
    ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${minimum} or more in length.` }
    : { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${minimum}.` };
}
