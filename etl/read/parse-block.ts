import { isAscii, isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { wording } from '../report.ts';
import type { SourceKind } from '../source.ts';
import { type Batch, count, emptyBatch } from './batch.ts';
import { isBlankCell } from './blank.ts';
import { csvOptions, type Dialect } from './dialect.ts';
import type { Fault } from './fault.ts';
import { rowMaker } from './fields.ts';
import { readers } from './kinds.ts';
import { areNumbers } from './numbers.ts';
import { printedRecords } from './printed-records.ts';
import { splitRecords } from './records.ts';
import { isCutAfterOverview } from './stitch.ts';

export interface BlockTask {
  kind: SourceKind;
  header: readonly string[];
  dialect: Dialect;
  firstRow: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Parses a block of whole records into columns for DuckDB. */
export function parseBlock(task: BlockTask): Batch {
  const batch = emptyBatch();
  if (areNumbers(task)) return batch;
  const take = rowTaker(batch, task);
  const isSound = isUtf8(task.bytes) && !task.bytes.includes(0);
  for (const [index, record] of splitRecords(task.bytes, task.dialect).entries()) {
    const row = task.firstRow + index;
    const damage = isSound ? undefined : findDamage(record, task);
    const fields = readRecord(record, task.dialect);
    if (damage === undefined) take(fields, row);
    else addOdd(batch, row, fields, [damage]);
  }
  return batch;
}

/** A record as its fields, or as its text where csv-parse refuses it: a stray quote costs no other record. */
export function readRecord(bytes: Uint8Array, dialect: Dialect): string[] | string {
  const text = decode(bytes);
  const [printed, ...more] = printedRecords(text, dialect) ?? [];
  if (printed !== undefined && more.length === 0) return printed;
  try {
    const [fields, ...others] = parse(text, csvOptions(dialect));
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

function rowTaker(batch: Batch, { kind, header, dialect }: BlockTask) {
  const read = readers[kind];
  const makeRow = rowMaker(header, dialect);
  const isBlank = (fields: readonly string[]) =>
    fields.every((cell, at) => (fields.length === header.length && header[at] === '') || isBlankCell(cell));
  return (found: string[] | string, number: number) => {
    if (typeof found === 'string') {
      return addOdd(batch, number, found, [{ what: wording.strayQuote }]);
    }
    if (isBlank(found)) return count(batch, 'blank_rows');
    const fields = withoutBlankEnd(found, header.length);
    const oddity = findOddity(fields, { kind, header });
    if (oddity !== undefined) return addOdd(batch, number, fields, [oddity]);
    const row = makeRow(fields, number);
    read?.(batch, row);
    if (row.faults.length > 0) addOdd(batch, number, fields, row.faults);
    else for (const what in row.counts) count(batch, what, row.counts[what]);
  };
}

function addOdd(batch: Batch, row: number, fields: string[] | string, faults: Fault[]): void {
  const isHalf = faults[0] === wording.cutAfterOverview;
  batch.odd.push({ row, raw: JSON.stringify(fields), isHalf, faults });
}

/** The fields without blank ones beyond the header, which spreadsheets add. */
function withoutBlankEnd(fields: string[], width: number): string[] {
  return fields.length > width && fields.slice(width).every(isBlankCell) ? fields.slice(0, width) : fields;
}

function findOddity(
  fields: string[],
  { kind, header }: Pick<BlockTask, 'kind' | 'header'>,
): Fault | undefined {
  if (kind === 'movies' && isCutAfterOverview(fields, header)) return wording.cutAfterOverview;
  return fields.length === header.length
    ? undefined
    : { what: wording.wrongWidth(fields.length, header.length) };
}

/** What is wrong with the bytes of a record, and in which column. */
function findDamage(record: Uint8Array, { header, dialect }: BlockTask): Fault | undefined {
  const hasZero = record.includes(0);
  if (!hasZero && isUtf8(record)) return undefined;
  const isDamaged = hasZero
    ? (field: string) => field.includes('\0')
    : (field: string) => !isUtf8(Buffer.from(field, 'latin1'));
  // Read as Latin-1 every byte is a letter, so the fields can still be told apart.
  const text = Buffer.from(record).toString('latin1');
  const [fields = []] = parse(text, { ...csvOptions(dialect), relax_quotes: true });
  const at = fields.findIndex(isDamaged);
  const column = header[at] || undefined;
  const what = hasZero ? wording.zeroByte : wording.notUtf8;
  return column === undefined
    ? { what }
    : { what, column, cell: Buffer.from(fields[at] ?? '', 'latin1').toString() };
}
