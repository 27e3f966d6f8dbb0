import { isAscii, isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import type { SourceKind } from '../source.ts';
import { wording } from '../wording.ts';
import { type Batch, count, emptyBatch, type Fault } from './batch.ts';
import { createRowMaker, isBlankCell } from './cells.ts';
import { readers } from './columns.ts';
import { csvOptions, type Dialect } from './dialect.ts';
import { areNumbers } from './numbers.ts';
import { printedRecords } from './printed-records.ts';
import { splitRecords } from './records.ts';
import { isCutAfterOverview } from './split-rows.ts';

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
  const addRow = createRowAdder(batch, task);
  const isValid = isUtf8(task.bytes) && !task.bytes.includes(0);
  for (const [index, record] of splitRecords(task.bytes, task.dialect).entries()) {
    const row = task.firstRow + index;
    const damage = isValid ? undefined : findDamage(record, task);
    const fields = readRecord(record, task.dialect);
    if (damage === undefined) addRow(fields, row);
    else addFaulty(batch, row, fields, [damage]);
  }
  return batch;
}

/** The fields of a record, or its text if csv-parse refuses it: a stray quote spoils no other record. */
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

/** Most records are ASCII: decoding them as Latin-1 is several times as fast, and so is working with the string. */
function decode({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

function createRowAdder(batch: Batch, { kind, header, dialect }: BlockTask) {
  const read = readers[kind];
  const makeRow = createRowMaker(header, dialect);
  const isBlank = (fields: readonly string[]) =>
    fields.every((cell, at) => (fields.length === header.length && header[at] === '') || isBlankCell(cell));
  return (found: string[] | string, number: number) => {
    if (typeof found === 'string') {
      return addFaulty(batch, number, found, [{ what: wording.strayQuote }]);
    }
    if (isBlank(found)) return count(batch, 'blank_rows');
    const fields = dropBlankEnd(found, header.length);
    const fault = findFault(fields, { kind, header });
    if (fault !== undefined) return addFaulty(batch, number, fields, [fault]);
    const row = makeRow(fields, number);
    read?.(batch, row);
    if (row.faults.length > 0) addFaulty(batch, number, fields, row.faults);
    else for (const what in row.counts) count(batch, what, row.counts[what]);
  };
}

/** The fault of a row that may be the first half of a film. */
const cutAfterOverview: Fault = { column: 'overview', what: wording.cutAfterOverview };

function addFaulty(batch: Batch, row: number, fields: string[] | string, faults: Fault[]): void {
  const isHalf = faults[0] === cutAfterOverview;
  batch.faulty.push({ row, raw: JSON.stringify(fields), isHalf, faults });
}

/** Drops blank fields beyond the header, which spreadsheets add. */
function dropBlankEnd(fields: string[], width: number): string[] {
  return fields.length > width && fields.slice(width).every(isBlankCell) ? fields.slice(0, width) : fields;
}

function findFault(
  fields: string[],
  { kind, header }: Pick<BlockTask, 'kind' | 'header'>,
): Fault | undefined {
  if (kind === 'movies' && isCutAfterOverview(fields, header)) return cutAfterOverview;
  return fields.length === header.length
    ? undefined
    : { what: wording.wrongWidth(fields.length, header.length) };
}

/** The fault in the bytes of a record, with its column. */
function findDamage(record: Uint8Array, { header, dialect }: BlockTask): Fault | undefined {
  const hasZero = record.includes(0);
  if (!hasZero && isUtf8(record)) return undefined;
  const isDamaged = hasZero
    ? (field: string) => field.includes('\0')
    : (field: string) => !isUtf8(Buffer.from(field, 'latin1'));
  // Latin-1 maps every byte to a character, so the record can still be split.
  const text = Buffer.from(record).toString('latin1');
  const [fields = []] = parse(text, { ...csvOptions(dialect), relax_quotes: true });
  const at = fields.findIndex(isDamaged);
  const column = header[at] || undefined;
  const what = hasZero ? wording.zeroByte : wording.notUtf8;
  return column === undefined
    ? { what }
    : { what, column, cell: Buffer.from(fields[at] ?? '', 'latin1').toString() };
}
