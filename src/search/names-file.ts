import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SearchIndex } from './build-index.ts';
import { kinds } from './kinds/index.ts';

/** The index of one kind, and its columns with one value for each doc; -1 stands for null in integers. */
export interface KindNames {
  index: SearchIndex;
  texts: Record<string, (string | null)[]>;
  integers: Record<string, Int32Array>;
}

/** Everything that the search needs of one version, by the name of the kind. */
export type Names = Record<string, KindNames>;

/** Raise it with every change of Names, of SearchIndex or of a kind's SQL or columns. A new kind needs no new number. */
const FORMAT = 2;

const fileOf = (version: string) => join(version, 'names.bin');

/** Writes the names as a V8 structured clone, which later Node versions can read. */
export async function writeNames(version: string, names: Names): Promise<void> {
  await writeFile(fileOf(version), serialize({ format: FORMAT, names }));
}

/** The names in a version's folder; undefined if the file is missing, unreadable or of another format. */
export async function readNames(version: string): Promise<Names | undefined> {
  try {
    const { format, names } = deserialize(await readFile(fileOf(version)));
    return format === FORMAT && kinds.every(({ name }) => name in names) ? names : undefined;
  } catch {
    return undefined;
  }
}
