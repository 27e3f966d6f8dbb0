import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { OperatorError, type Sentence, sentenceOf } from '../../src/lib/sentence.ts';
import { Problem } from '../problem.ts';
import { type DownloadEffects, requireSpace } from './effects.ts';
import { isSystemError, syncFolder, writeAt } from './files.ts';
import type { Meter } from './meter.ts';
import type { ArchiveFile } from './options.ts';
import { wording } from './wording.ts';

/** An archive that is damaged or lacks required files. */
export class BadArchive extends OperatorError {
  override readonly name = 'BadArchive';
  /** The missing required files; empty if it is damaged. */
  readonly missing: readonly string[];

  constructor(sentence: Sentence, missing: readonly string[] = []) {
    super(sentence);
    this.missing = missing;
  }
}

/**
 * Unpacks the wanted files of a zip into a folder and returns the names found. Files are written under temporary names and
 * checked before they are renamed, so a file under its final name is complete. Throws a BadArchive. Paths never come from the
 * archive.
 */
export async function unpack(
  archive: string,
  to: string,
  wanted: readonly ArchiveFile[],
  meter: Meter,
  effects: DownloadEffects,
): Promise<string[]> {
  const temporary = (name: string) => join(to, `${name}.part`);
  try {
    const names = await extractAll(archive, to, wanted, temporary, meter, effects);
    for (const name of names) await rename(temporary(name), join(to, name));
    await syncFolder(to);
    return names;
  } catch (error) {
    for (const { name } of wanted) await rm(temporary(name), { force: true });
    if (error instanceof Problem || error instanceof BadArchive || isSystemError(error)) throw error;
    throw new BadArchive(sentenceOf(error));
  } finally {
    meter.end();
  }
}

async function extractAll(
  archive: string,
  to: string,
  wanted: readonly ArchiveFile[],
  temporary: (name: string) => string,
  meter: Meter,
  effects: DownloadEffects,
): Promise<string[]> {
  const zip = await openPromise(archive, { autoClose: false, strictFileNames: true });
  try {
    const entries = await findEntries(zip, wanted);
    const bytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    await requireSpace(to, bytes, effects);
    meter.begin(wording.unpacking, 0, bytes);
    for (const entry of entries) await extract(zip, entry, temporary(entry.fileName), meter);
    return entries.map(({ fileName }) => fileName);
  } finally {
    zip.close();
  }
}

/** The entries of the wanted files, in their order. yauzl rejects names that leave the folder. */
async function findEntries(zip: ZipFile, wanted: readonly ArchiveFile[]): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) found.set(entry.fileName, entry);
  const missing = wanted.filter(({ name, required }) => required && !found.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw new BadArchive(sentenceOf(''), missing);
  return wanted.flatMap(({ name }) => found.get(name) ?? []);
}

/** Writes one entry to disk and checks its CRC-32; yauzl checks only its length. */
async function extract(zip: ZipFile, entry: Entry, path: string, meter: Meter): Promise<void> {
  const file = await open(path, 'w');
  try {
    let position = 0;
    let sum = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      await writeAt(file, chunk, position);
      position += chunk.length;
      sum = crc32(chunk, sum);
      meter.advance(chunk.length);
    }
    if (sum !== entry.crc32) throw new BadArchive(wording.wrongSum(entry.fileName));
    await file.sync();
  } finally {
    await file.close();
  }
}
