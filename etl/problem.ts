import { type Language, OperatorError, sentenceOf } from '../src/lib/sentence.ts';
import { wording } from './wording.ts';

/** A fault of the input or the target, worded in wording.ts: one line for the operator, without a stack trace. */
export class Problem extends OperatorError {
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

/** One line for the operator; DEBUG=1 prints the details of an error that is not a Problem. */
export function explainError(error: unknown, language: Language): string {
  if (error instanceof OperatorError) return error.sentence[language];
  if (process.env.DEBUG) console.error(error);
  return wording.unexpected(sentenceOf(error))[language];
}
