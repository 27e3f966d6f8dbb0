import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Sentence } from '../src/lib/sentence.ts';
import { isGzip } from './read/blocks.ts';
import { HEAD_BYTES, headToUtf8 } from './read/decode.ts';
import { csvOptions } from './read/dialect.ts';
import { findDialect, headerFaults } from './read/header.ts';
import { firstRecord } from './read/records.ts';
import type { SourceKind } from './source.ts';
import { wording } from './wording.ts';

/** The most files of a folder that are inspected. */
const MAX_FILES = 200;

const archive = /\.(?:zip|rar|7z|tar|tgz|tar\.gz)$/i;
const table = /\.(?:xlsx?|xlsm|ods|numbers|parquet|json|jsonl|db|sqlite)$/i;

/**
 * Searches a folder for files that could be a missing raw file: a file with the right columns under another name, an archive, a
 * workbook, or the file in a subfolder. Ignores the names in `known`. Returns a sentence of advice for each.
 */
export function findSimilarFiles(
  folder: string,
  { kind, names }: { kind: SourceKind; names: readonly string[] },
  known: readonly string[],
): Sentence[] {
  const [name = ''] = names;
  const entries = readdirSync(folder, { withFileTypes: true }).slice(0, MAX_FILES);
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && hasOne(path, names)) return [wording.inSubfolder(path, name)];
    return entry.isFile() && !known.includes(entry.name.replace(/\.gz$/, ''))
      ? aboutFile(path, kind, name)
      : [];
  });
}

function aboutFile(path: string, kind: SourceKind, name: string): Sentence[] {
  const file = basename(path);
  if (archive.test(file)) return [wording.unpackIt(file)];
  if (table.test(file)) return [wording.saveAsCsv(file, name)];
  return hasColumns(path, kind) ? [wording.renameIt(file, name)] : [];
}

function hasOne(folder: string, names: readonly string[]): boolean {
  try {
    return readdirSync(folder).some((name) => names.includes(name.replace(/\.gz$/, '')));
  } catch {
    // An unreadable folder is ignored.
    return false;
  }
}

/** Whether a file has the columns of a kind. */
function hasColumns(path: string, kind: SourceKind): boolean {
  try {
    const head = headToUtf8(readHead(path));
    const dialect = findDialect(head, kind);
    const [names = []] = parse(Buffer.from(firstRecord(head, dialect).line), csvOptions(dialect));
    return headerFaults(kind, names).length === 0;
  } catch {
    // Unreadable, or not CSV.
    return false;
  }
}

function readHead(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const head = buffer.subarray(0, readSync(file, buffer));
    return isGzip(head.toString('latin1', 0, 2))
      ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH })
      : head;
  } finally {
    closeSync(file);
  }
}
