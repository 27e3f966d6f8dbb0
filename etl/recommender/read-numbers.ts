import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { Problem } from '../problem.ts';
import { wording } from '../report.ts';

const BLOCK_BYTES = 256 * 1024;

const [NEWLINE, RETURN, COMMA, DOT, ZERO, NINE] = [10, 13, 44, 46, 48, 57];

/** Hears of the wanted numbers of each row; the array is overwritten by the next row. */
export type OnRow = (numbers: Float64Array) => void;

/**
 * Gives the named columns of a CSV of plain numbers (no quotes, signs or exponents; plain or .gz) to `onRow`, a row at
 * a time; rows in which one is no number are left out. The file is streamed and no row becomes a string, for there may
 * be 27 million. Throws a Problem for a file that cannot be read and a header that lacks a column.
 */
export async function readNumbers(path: string, names: readonly string[], onRow: OnRow): Promise<void> {
  const take = createTaker(path, names, onRow);
  const cut = async (blocks: AsyncIterable<Buffer>) => {
    for await (const block of blocks) {
      take(block);
      await nextTurn();
    }
  };
  const file = createReadStream(path, { highWaterMark: BLOCK_BYTES });
  try {
    if (path.endsWith('.gz')) await pipeline(file, createGunzip({ chunkSize: BLOCK_BYTES }), cut);
    else await pipeline(file, cut);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      wording.unreadable(path, error instanceof Error && 'code' in error ? String(error.code) : '?'),
    );
  }
  take(Buffer.of(NEWLINE));
}

/** Takes the bytes of a file, block by block: the header, then the rows. */
function createTaker(path: string, names: readonly string[], onRow: OnRow): (bytes: Buffer) => void {
  let header = '';
  let takeRows: ((bytes: Uint8Array) => void) | undefined;
  return (bytes) => {
    if (takeRows !== undefined) return takeRows(bytes);
    const end = bytes.indexOf(NEWLINE);
    header += bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
    if (end < 0) return;
    takeRows = createRowTaker(findColumns(header, path, names), onRow);
    takeRows(bytes.subarray(end + 1));
  };
}

/** Takes the bytes of the rows: one may begin in one block and end in another. */
function createRowTaker(columns: readonly number[], onRow: OnRow): (bytes: Uint8Array) => void {
  const places = new Int8Array(Math.max(...columns) + 1).fill(-1);
  columns.forEach((column, place) => {
    places[column] = place;
  });
  const numbers = new Float64Array(columns.length);
  let [column, found, value, digits, scale, sound] = [0, 0, 0, 0, 0, true];
  const endCell = () => {
    const place = places[column] ?? -1;
    if (place >= 0 && sound && digits > 0) {
      numbers[place] = scale > 0 ? value / scale : value;
      found++;
    }
    column++;
    [value, digits, scale, sound] = [0, 0, 0, true];
  };
  const endRow = () => {
    endCell();
    if (found === numbers.length) onRow(numbers);
    [column, found] = [0, 0];
  };
  const takeMark = (byte: number) => {
    if (byte === COMMA) endCell();
    else if (byte === NEWLINE) endRow();
    else if (byte === DOT && scale === 0) scale = 1;
    else if (byte !== RETURN) sound = false;
  };
  return (bytes) => {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte < ZERO || byte > NINE) takeMark(byte);
      else {
        value = 10 * value + byte - ZERO;
        scale *= 10;
        digits++;
      }
    }
  };
}

function findColumns(header: string, path: string, names: readonly string[]): number[] {
  const found = header
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trim()
    .split(',');
  const missing = names.filter((name) => !found.includes(name));
  if (missing.length > 0) throw new Problem(wording.noColumn(path, missing));
  return names.map((name) => found.indexOf(name));
}
