import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** One line of CSV. A cell is quoted only if necessary, as by Python's csv module. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A text as Python's `repr` writes it: in double quotes if it contains an apostrophe and no double quote. */
export function pythonText(text: string | null): string {
  if (text === null) return 'None';
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  if (!/['"\\\n\t\u00a0\u200b]/.test(text)) return quote + text + quote;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\u00a0', '\\xa0')
    .replaceAll('\u200b', '\\u200b');
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

/** A Python list of literals. */
export function pythonList(entries: readonly string[]): string {
  return `[${entries.join(', ')}]`;
}

const CHUNK_LENGTH = 1 << 20;

/** Writes lines to a file in chunks of about a megabyte. */
export async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(chunksOf(lines)), createWriteStream(file));
}

function* chunksOf(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
