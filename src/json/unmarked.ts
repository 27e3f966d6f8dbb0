/** A sentence written for Discord without its markup: no bold, no code, and what was escaped as it was. */
export const unmarked = (sentence: string): string =>
  sentence.replace(/\\([!-/:-@[-`{-~])|\*\*|`/gu, (_, escaped: string | undefined) => escaped ?? '');
