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
export function zeroGap(page: Buffer, number: number, usable: number): boolean {
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
