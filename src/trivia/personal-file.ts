import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import {
  PERSONAL_TABLES,
  type PersonalPlace,
  type PersonalTable,
  parseKeys,
} from '../store/personal-data.ts';
import type { Store } from '../store/store.ts';

/** The rows that the store has about a person, or a part of them, as a JSON document with a list for each table. */
export interface PersonalFile {
  readonly data: Buffer;
  /** Whether the data are compressed with gzip, because they are too big for Discord otherwise. */
  readonly compressed: boolean;
  /** Where the next file begins; undefined if this is the last. */
  readonly next: PersonalPlace | undefined;
}

/** Discord accepts 10 MiB of files in a message. A row has about 180 bytes, compressed about 25. */
const MAX_BYTES = 8_000_000;
const MAX_ROWS = 200_000;

/**
 * Writes the rows about a person, from a place on and up to about `maxRows`, into a file for Discord. It reads page by
 * page, so that picks are stored meanwhile. `onMore` is awaited before the second page of a table.
 */
export async function writePersonalFile(
  store: Pick<Store, 'readPersonalPage'>,
  userId: string,
  {
    from,
    onMore,
    maxRows = MAX_ROWS,
  }: { from: PersonalPlace | undefined; onMore: () => Promise<void>; maxRows?: number },
): Promise<PersonalFile> {
  const pages: Page[] = [];
  let next: PersonalPlace | undefined = from ?? { table: PERSONAL_TABLES[0], after: undefined };
  for (let rows = 0, isLong = false; next !== undefined && rows < maxRows; ) {
    const { table }: PersonalPlace = next;
    const page = await store.readPersonalPage(userId, next);
    pages.push({ table, json: page.json });
    rows += page.rows;
    next = page.next;
    if (next?.table === table && !isLong) {
      isLong = true;
      await onMore();
    }
  }
  const parts = documentOf(pages).map((text) => Buffer.from(text));
  const compressed = parts.reduce((sum, { length }) => sum + length, 0) > MAX_BYTES;
  return { data: compressed ? await compress(parts) : Buffer.concat(parts), compressed, next };
}

interface Page {
  readonly table: PersonalTable;
  /** The rows, separated by commas; may be empty. */
  readonly json: string;
}

/** The parts of the document: a list of rows for each table. */
function documentOf(pages: readonly Page[]): string[] {
  const tables = [...new Set(pages.map(({ table }) => table))];
  const lists = tables.map((name, index) => {
    const filled = pages.filter(({ table, json }) => table === name && json !== '');
    const rows = filled.flatMap(({ json }, place) => (place === 0 ? [json] : [',\n', json]));
    return [`${index === 0 ? '{' : ','}\n"${name}": [\n`, ...rows, '\n]'];
  });
  return [...lists.flat(), '\n}\n'];
}

/** Compresses part by part, so that the event loop is not blocked. */
const compress = (parts: readonly Buffer[]) => buffer(Readable.from(parts).pipe(createGzip()));

/** A place as text for a custom id. */
export const writePlace = ({ table, after }: PersonalPlace): string => [table, ...(after ?? [])].join('.');

/** Parses a place; undefined if malformed. */
export function readPlace(text: string): PersonalPlace | undefined {
  const [name, ...texts] = text.split('.');
  const table = PERSONAL_TABLES.find((known) => known === name);
  if (table === undefined) return undefined;
  if (texts.length === 0) return { table, after: undefined };
  const after = parseKeys(table, texts);
  return after && { table, after };
}
