import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse/sync';
import type { Source } from '../source.ts';
import { readBlocks } from './blocks.ts';
import { cellValue, isBlankCell } from './cells.ts';
import { csvOptions, type Dialect, plainDialect } from './dialect.ts';
import { readHeader } from './header.ts';
import { readRecord } from './parse-block.ts';
import { splitRecords } from './records.ts';

/**
 * Writes the rows of a raw file to `path` as plain CSV in UTF-8, for readers that understand nothing else: with canonical column
 * names, missing columns added, and words for "no value" replaced by blanks. Skips blank rows and text that is not CSV. Throws
 * the same Problems as the ETL.
 */
export async function plainCopy(source: Source, path: string): Promise<void> {
  const out = createWriteStream(path);
  let dialect: Dialect = plainDialect;
  await readBlocks(source, {
    bytes: () => undefined,
    header(line, found) {
      dialect = found;
      const { columns, missing } = readHeader(source, line, dialect);
      const [written = []] = parse(Buffer.from(line), csvOptions(dialect));
      const names = columns.map((name, at) => name || written[at]?.trim() || `column_${at}`);
      out.write(csvLine([...names, ...missing]));
    },
    async block({ bytes }) {
      const rows = splitRecords(bytes, dialect)
        .map((record) => readRecord(record, dialect))
        .filter((fields) => typeof fields !== 'string' && !fields.every(isBlankCell)) as string[][];
      if (!out.write(rows.map((fields) => csvLine(fields.map(cellValue))).join(''))) await once(out, 'drain');
    },
  });
  out.end();
  await finished(out);
}

const csvLine = (cells: readonly string[]) =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
