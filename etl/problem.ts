import { wording } from './report.ts';

/** A fault of the input or the target, worded in report.ts: one line for the operator, without a stack trace. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'ENOENT'];

/** Converts a system error caused by the target folder to a Problem; returns other errors unchanged. */
export function explainFailure(error: unknown, to: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const isFull =
    ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) || /no space left|disk quota/i.test(error.message);
  if (isFull) return new Problem(wording.diskFull(to));
  return unwritable.includes(code) ? new Problem(wording.unwritable(to, code)) : error;
}
