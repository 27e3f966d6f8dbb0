import { readFileSync } from 'node:fs';
import type { Forest } from './trees/forest.ts';

/** The trees that ship with the project, made by `npm run learn` from the full data set and its small ratings file. */
export interface Constants {
  /** From content alone; from content and what people say of the other film; from the audience of the pair too. */
  content: Forest;
  cold: Forest;
  warm: Forest;
}

export const constantsFile = new URL('constants.json', import.meta.url);

export function readConstants(): Constants {
  return JSON.parse(readFileSync(constantsFile, 'utf8')) as Constants;
}

/** Seven digits are enough of a threshold or a leaf. */
export function printConstants(constants: Constants): string {
  const short = (_key: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(7)) : value;
  return `${JSON.stringify(constants, short)}\n`;
}
