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

/** Rejects with one sentence where the file is missing or is no such file. */
export async function readNames(version: string): Promise<Names> {
  const bytes = await readFile(fileOf(version)).catch(() => {
    throw new Error('it has no names.bin: an older ETL made it.');
  });
  try {
    return deserialize(bytes);
  } catch {
    throw new Error('its names.bin is damaged, or a later Node wrote it.');
  }
}
