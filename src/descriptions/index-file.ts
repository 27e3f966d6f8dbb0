import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { DescriptionIndex } from './build-index.ts';

/** Raise it with every change of DescriptionIndex, of documents.sql or documents.ts, of the terms or of the stemmers' versions. */
const FORMAT = 1;

const fileOf = (version: string) => join(version, 'descriptions.bin');

/** Writes the index as a V8 structured clone, which later Node versions can read. */
export async function writeDescriptions(version: string, index: DescriptionIndex): Promise<void> {
  await writeFile(fileOf(version), serialize({ format: FORMAT, index }));
}

/** The index in a version's folder; undefined if the file is missing, unreadable or of another format. */
export async function readDescriptions(version: string): Promise<DescriptionIndex | undefined> {
  try {
    const { format, index } = deserialize(await readFile(fileOf(version)));
    return format === FORMAT ? index : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The index of a version (its folder), made from the tables if its file cannot be used, which takes several seconds. Imports DuckDB
 * only then.
 */
export async function openDescriptions(version: string): Promise<DescriptionIndex> {
  const index = await readDescriptions(version);
  if (index !== undefined) return index;
  const { makeDescriptions } = await import('./make-index.ts');
  return makeDescriptions(version);
}
