import { readFileSync } from 'node:fs';
import type { Forest } from './trees/forest.ts';

/** The trees that ship with the project, made by `npm run learn` from the full data set and its small ratings file. */
export interface ShippedTrees {
  /** `content` uses CONTENT_ONLY, `cold` WITH_CROWD, `warm` WITH_RATINGS. */
  content: Forest;
  cold: Forest;
  warm: Forest;
}

export const shippedTreesFile = new URL('shipped-trees.json', import.meta.url);

export function readShippedTrees(): ShippedTrees {
  return JSON.parse(readFileSync(shippedTreesFile, 'utf8')) as ShippedTrees;
}

/** JSON; thresholds and leaves with seven digits. */
export function printShippedTrees(constants: ShippedTrees): string {
  const short = (_key: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(7)) : value;
  return `${JSON.stringify(constants, short)}\n`;
}
