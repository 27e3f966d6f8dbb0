import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { isGzip } from './read/blocks.ts';
import { HEAD_BYTES, headToUtf8 } from './read/decode.ts';
import { csvOptions } from './read/dialect.ts';
import { findDialect } from './read/find-dialect.ts';
import { headerFaults } from './read/header.ts';
import { firstRecord } from './read/records.ts';
import { wording } from './report.ts';
import type { SourceKind } from './source.ts';

/** A folder of many files is some other folder. */
const MOST_FILES = 200;

const archive = /\.(?:zip|rar|7z|tar|tgz|tar\.gz)$/i;
const table = /\.(?:xlsx?|xlsm|ods|numbers|parquet|json|jsonl|db|sqlite)$/i;

/**
 * Looks in a folder for what could be the file of a kind that is not there under one of its `names`: a file of another
 * name with the right columns, an archive, a workbook, a folder below. `known` are names of other files. Gives a
 * sentence for each.
 */
export function findSimilarFiles(
  folder: string,
  { kind, names }: { kind: SourceKind; names: readonly string[] },
  known: readonly string[],
): string[] {
  const [name = ''] = names;
  const entries = readdirSync(folder, { withFileTypes: true }).slice(0, MOST_FILES);
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && hasOne(path, names)) return [wording.isBelow(path, name)];
    return entry.isFile() && !known.includes(entry.name.replace(/\.gz$/, ''))
      ? aboutFile(path, kind, name)
      : [];
  });
}

function aboutFile(path: string, kind: SourceKind, name: string): string[] {
  const file = basename(path);
  if (archive.test(file)) return [wording.unpackIt(file)];
  if (table.test(file)) return [wording.saveAsCsv(file, name)];
  return fits(path, kind) ? [wording.renameIt(file, name)] : [];
}

function hasOne(folder: string, names: readonly string[]): boolean {
  try {
    return readdirSync(folder).some((name) => names.includes(name.replace(/\.gz$/, '')));
  } catch {
    // A folder that may not be read is not what is looked for.
    return false;
  }
}

/** Whether a file has the columns of a kind. */
function fits(path: string, kind: SourceKind): boolean {
  try {
    const head = headToUtf8(readHead(path));
    const dialect = findDialect(head, kind);
    const [names = []] = parse(Buffer.from(firstRecord(head, dialect).line), csvOptions(dialect));
    return headerFaults(kind, names).length === 0;
  } catch {
    // A file that cannot be read, or is no CSV.
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
