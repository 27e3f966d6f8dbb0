import { type FileHandle, open } from 'node:fs/promises';
import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Database } from './schema.ts';
import { WAIT_MS } from './sqlite.ts';

/** Pages that are read at a time, and pages that one transaction overwrites: others write between two of them. */
const READ_AT_ONCE = 256;
const WRITE_AT_ONCE = 64;

/**
 * Removes erased rows from SQLite's files. `secure_delete` overwrites them where they are, but two kinds of copies stay:
 * older pages in the write-ahead log, and cells in the unallocated space of pages that SQLite split or merged. So the
 * log is written to the database and truncated, and that space is overwritten. False while another connection blocks
 * this, without waiting for it. PostgreSQL removes erased rows itself, when it vacuums.
 */
export async function scrub(database: Database): Promise<boolean> {
  if (isPostgres(database)) return true;
  if (!(await truncateLog(database))) return false;
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(database);
  await overwriteGaps(database, rows[0]?.file ?? '');
  return truncateLog(database);
}

async function truncateLog(database: Database): Promise<boolean> {
  return database.connection().execute(async (connection) => {
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
      return rows[0]?.busy === 0;
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(WAIT_MS)}`.execute(connection);
    }
  });
}

/** Reads the file itself, which after a checkpoint has everything, and writes through SQLite. */
async function overwriteGaps(database: Database, file: string): Promise<void> {
  const handle = await open(file);
  try {
    const { size, usable } = await readFormat(handle);
    const chunk = Buffer.alloc(READ_AT_ONCE * size);
    for (let first = 1; ; first += READ_AT_ONCE) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, (first - 1) * size);
      const numbers = Array.from({ length: Math.floor(bytesRead / size) }, (_, index) => first + index);
      const found = numbers.filter((number, index) =>
        zeroGap(chunk.subarray(index * size, (index + 1) * size), number, usable),
      );
      for (let start = 0; start < found.length; start += WRITE_AT_ONCE)
        await overwritePages(database, found.slice(start, start + WRITE_AT_ONCE), usable);
      if (numbers.length < READ_AT_ONCE) return;
    }
  } finally {
    await handle.close();
  }
}

/** The size of a page, and how much of it SQLite uses (https://sqlite.org/fileformat2.html, 1.3). */
async function readFormat(handle: FileHandle): Promise<{ size: number; usable: number }> {
  const header = Buffer.alloc(100);
  await handle.read(header, 0, header.length, 0);
  const stored = header.readUInt16BE(16);
  const size = stored === 1 ? 65_536 : stored;
  return { size, usable: size - header.readUInt8(20) };
}

async function overwritePages(database: Database, numbers: readonly number[], usable: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const number of numbers) {
      const { rows } = await sql<{
        data: Uint8Array;
      }>`select data from sqlite_dbpage where pgno = ${number}`.execute(transaction);
      const page = Buffer.from(rows[0]?.data ?? []);
      if (zeroGap(page, number, usable))
        await sql`update sqlite_dbpage set data = ${page} where pgno = ${number}`.execute(transaction);
    }
  });
}

/** First bytes of pages that hold rows or index entries: inner and leaf pages of indexes and of tables. */
const TREE_PAGES = new Set([0x02, 0x05, 0x0a, 0x0d]);
const LEAVES = new Set([0x0a, 0x0d]);

/** From this page number on, the first byte of an overflow page is not 0 and could be taken for that of a tree page. */
const TOO_MANY_PAGES = 2 ** 24;

/**
 * Fills the unallocated space of one of SQLite's pages with zeros: what lies between the array of cell pointers and the
 * first cell (https://sqlite.org/fileformat2.html, 1.6). Gives whether anything else was in it; other pages are left
 * as they are. `usable` is the size of the page without its reserved bytes.
 */
function zeroGap(page: Buffer, number: number, usable: number): boolean {
  const header = number === 1 ? 100 : 0;
  const type = page[header] ?? 0;
  if (!TREE_PAGES.has(type) || number >= TOO_MANY_PAGES) return false;
  const pointers = header + (LEAVES.has(type) ? 8 : 12);
  const start = pointers + 2 * page.readUInt16BE(header + 3);
  const end = page.readUInt16BE(header + 5) || 65_536;
  if (start > end || end > usable) return false;
  const gap = page.subarray(start, end);
  if (gap.every((byte) => byte === 0)) return false;
  gap.fill(0);
  return true;
}
