/** What is wrong with the input or the target, in the words of report.ts: one line for the operator, no stack trace. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
