import { wording } from './report.ts';

/** What is wrong with the input or the target, in the words of report.ts: one line for the operator, no stack trace. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'ENOENT'];

/** Makes one line for the operator of an error of the system that the target caused; other errors come back as they are. */
export function explainFailure(error: unknown, to: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const isFull =
    ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) || /no space left|disk quota/i.test(error.message);
  if (isFull) return new Problem(wording.diskFull(to));
  return unwritable.includes(code) ? new Problem(wording.unwritable(to, code)) : error;
}
