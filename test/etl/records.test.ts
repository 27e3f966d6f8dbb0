import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBlockCutter } from '../../etl/read/block-cutter.ts';
import { plainDialect } from '../../etl/read/dialect.ts';
import { printedRecords } from '../../etl/read/printed-records.ts';
import { scanRecords, splitRecords, startScan } from '../../etl/read/records.ts';
import { line } from './raw-files.ts';

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r\n', ' '), maxLength: 6 });
const record = fc.array(cell, { minLength: 2, maxLength: 4 });
const records = fc.array(record, { maxLength: 8 });

const text = (parts: readonly Uint8Array[]) => parts.map((part) => Buffer.from(part).toString());

test('a line break inside quotes does not end a record, and an empty line is not a record', () => {
  const bytes = Buffer.from('a,"b\nc"\r\n\n"d ""e""\n",f\n\r\ng');
  expect(text(splitRecords(bytes, plainDialect))).toEqual(['a,"b\nc"\r\n', '"d ""e""\n",f\n', 'g']);
});

test('a quote inside an unquoted field is literal', () => {
  expect(text(splitRecords(Buffer.from('a,5" disk\nb,c\n'), plainDialect))).toEqual(['a,5" disk\n', 'b,c\n']);
});

test('records end where csv-parse ends them, for random cells', () => {
  fc.assert(
    fc.property(records, (rows) => {
      const bytes = Buffer.from(rows.map((cells) => `${line(cells)}\n`).join(''));
      const options = { relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'] };
      expect(splitRecords(bytes, plainDialect).map((part) => parse(part, options))).toEqual(
        parse(bytes, options).map((row) => [row]),
      );
    }),
  );
});

test('records end in the same places for every chunking', () => {
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 7 }), (rows, size) => {
      const bytes = Buffer.from(rows.map((cells) => `${line(cells)}\n`).join(''));
      const ends = (step: number) => {
        const found: number[] = [];
        const scan = startScan(plainDialect);
        for (let at = 0; at < bytes.length; at += step)
          scanRecords(scan, bytes.subarray(at, at + step), (end, blank) => {
            if (!blank) found.push(at + end);
          });
        return found;
      };
      expect(ends(size)).toEqual(ends(bytes.length + 1));
    }),
  );
});

test('blocks have whole records, numbered from 1, and omit nothing', () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `${index},"a\n${'x'.repeat(index % 90)}"\n`);
  const bytes = Buffer.from(`id,text\n${rows.join('')}60000,end`);
  let header = '';
  const cutter = createBlockCutter({ file: 'credits.csv', kind: 'credits' }, (taken) => {
    header = Buffer.from(taken).toString();
  });
  const blocks = [];
  for (let at = 0; at < bytes.length; at += 500_000)
    blocks.push(cutter.take(bytes.subarray(at, at + 500_000)));
  blocks.push(cutter.end());
  const taken = blocks.filter((block) => block !== undefined);
  expect(header).toBe('id,text\n');
  expect(cutter.rows()).toBe(60_001);
  expect(taken.length).toBeGreaterThan(2);
  let next = 1;
  for (const block of taken) {
    expect(block.firstRow).toBe(next);
    expect(splitRecords(block.bytes, plainDialect)).toHaveLength(block.rows);
    next += block.rows;
  }
  expect(text(taken.map(({ bytes: part }) => part)).join('')).toBe(`${rows.join('')}60000,end`);
});

test('printed CSV is parsed as by csv-parse, and other text is refused', () => {
  const options = { relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'] };
  const read = (text: string) => {
    try {
      return parse(text, options);
    } catch {
      return undefined;
    }
  };
  const anything = fc.string({
    unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r\n', '\r', ' '),
    maxLength: 12,
  });
  const printed = records.map((rows) => rows.map((cells) => `${line(cells)}\n`).join(''));
  fc.assert(
    fc.property(printed, (text) => {
      expect(printedRecords(text, plainDialect)).toEqual(read(text));
    }),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const found = printedRecords(text, plainDialect);
      if (found !== undefined) expect(found).toEqual(read(text));
    }),
    { numRuns: 2000 },
  );
});
