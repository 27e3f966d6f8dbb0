import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SearchIndex } from './build-index.ts';
import type { FilmColumns, PersonColumns } from './labels.ts';

/** All that the search of one version needs. */
export interface Names {
  films: { index: SearchIndex; labels: FilmColumns };
  people: { index: SearchIndex; labels: PersonColumns };
}

/** The file of a version that holds its names, in the form of V8's structured clone, which later Node versions read too. */
const fileOf = (version: string) => join(version, 'names.bin');

export async function writeNames(version: string, names: Names): Promise<void> {
  await writeFile(fileOf(version), serialize(names));
}

/** Rejects where the file is missing or no such file. */
export async function readNames(version: string): Promise<Names> {
  return deserialize(await readFile(fileOf(version)));
}
