import { transformSync } from 'esbuild';

/** The first words of SQL statements. */
const STARTS = [
  'select',
  'insert into',
  'update',
  'delete from',
  'create',
  'drop',
  'alter table',
  'with \\w+ as',
  'copy',
  'from',
  'describe',
  'attach',
  'truncate',
  'values',
].flatMap((words) => [words, words.replace(/\b[a-z]{2,}/gu, (word) => word.toUpperCase())]);

/**
 * A string that starts as a statement and is concatenated with another expression. An escaped identifier is allowed, because
 * it cannot be a parameter.
 */
const PIECED = new RegExp(
  `"(?:\\\\n|\\s)*(?:${STARTS.join('|')})\\s(?:\\\\.|[^"\\\\])*"(?:\\.concat\\((?!\\w+\\.escapeIdentifier\\()|\\s*\\+)`,
  'gu',
);

/**
 * SQL statements in TypeScript that are interpolated or concatenated. esbuild removes comments and turns templates into
 * `"…".concat(…)`, except tagged ones: Kysely's `sql` binds its values as parameters.
 */
export function sqlFromPieces(code: string): string[] {
  const lowered = transformSync(code, { loader: 'ts', supported: { 'template-literal': false } });
  return [...lowered.code.matchAll(PIECED)].map(([statement]) => statement);
}
