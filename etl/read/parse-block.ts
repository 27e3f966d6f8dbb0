import { isAscii, isUtf8 } from 'node:buffer';
import { CsvError, type Options, parse } from 'csv-parse/sync';
import { Problem } from '../problem.ts';
import { wording } from '../report.ts';
import type { Kind } from '../sources.ts';
import { type Batch, emptyBatch } from './batch.ts';
import { FieldError, rowReader } from './fields.ts';
import { readers } from './kinds.ts';
import { printedRecords } from './printed-records.ts';
import { splitRecords } from './records.ts';
import { isCutAfterOverview } from './stitch.ts';

export interface BlockTask {
  kind: Kind;
  file: string;
  header: readonly string[];
  firstRow: number;
  bytes: Uint8Array<ArrayBuffer>;
}

const options: Options = {
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n'],
};

/** Parses a block of whole records into columns for DuckDB. Throws a Problem where the bytes are not UTF-8. */
export function parseBlock(task: BlockTask): Batch {
  if (!isUtf8(task.bytes)) throw notUtf8(task);
  const batch = emptyBatch();
  const take = rowTaker(batch, task);
  for (const [index, record] of splitRecords(task.bytes).entries())
    take(readRecord(record), task.firstRow + index);
  return batch;
}

/** A record as its fields, or as its text where csv-parse refuses it: a stray quote costs no other record. */
function readRecord(bytes: Uint8Array): string[] | string {
  const text = decode(bytes);
  const [printed, ...more] = printedRecords(text) ?? [];
  if (printed !== undefined && more.length === 0) return printed;
  try {
    const [fields, ...others] = parse(bytes, options);
    if (fields !== undefined && others.length === 0) return fields;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return text;
}

/** Most records are plain ASCII, which is read several times as fast, and so is the text that comes of it. */
function decode({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

function rowTaker(batch: Batch, { kind, header }: BlockTask) {
  const read = readers[kind];
  const toRow = rowReader(header);
  const oddity = (fields: string[] | string) => {
    if (typeof fields === 'string') return wording.strayQuote;
    if (kind === 'movies' && isCutAfterOverview(fields, header)) return wording.cutAfterOverview;
    return fields.length === header.length ? undefined : wording.wrongWidth(fields.length, header.length);
  };
  return (fields: string[] | string, row: number) => {
    const reason = oddity(fields);
    if (reason !== undefined || typeof fields === 'string') {
      batch.odd.push({ row, fields, reason: reason ?? '' });
      return;
    }
    const counts = { ...batch.counts };
    try {
      read?.(batch, toRow(fields), row);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      batch.counts = counts;
      batch.odd.push({ row, fields, reason: error.message });
    }
  };
}

function notUtf8({ file, header, firstRow, bytes }: BlockTask): Problem {
  const records = splitRecords(bytes);
  const index = records.findIndex((record) => !isUtf8(record));
  const bad = records[index] ?? bytes;
  // Read as Latin-1 every byte is a letter, so the fields can still be told apart.
  const fields = parse(Buffer.from(Buffer.from(bad).toString('latin1')), {
    relax_column_count: true,
    relax_quotes: true,
  });
  const column = fields[0]?.findIndex((field) => !isUtf8(Buffer.from(field, 'latin1'))) ?? -1;
  return new Problem(wording.notUtf8(file, firstRow + Math.max(index, 0), header[column] ?? '?'));
}
