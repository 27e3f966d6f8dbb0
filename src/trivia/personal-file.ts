import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import type { PersonalPlace } from '../store/personal-data.ts';
import { PERSONAL_TABLES, type PersonalTable, parseKeys } from '../store/personal-tables.ts';
import type { Store } from '../store/store.ts';

/** Some or all of what is kept about a person, as a JSON document with the rows of each table. */
export interface PersonalFile {
  readonly data: Buffer;
  /** Compressed with gzip, where it is too big for Discord otherwise. */
  readonly compressed: boolean;
  /** Where the next file begins; undefined when this one has the rest. */
  readonly next: PersonalPlace | undefined;
}

/** Discord takes 10 MiB of files in a message; rows have about 180 bytes, compressed about 25. */
const MOST_BYTES = 8_000_000;
const MOST_ROWS = 200_000;

/**
 * Writes what is kept about a person, from a place on and up to about `most` rows, into a file that Discord takes. It
 * reads page by page, so that picks are kept meanwhile. `onMore` is called and waited for when one page of a table is
 * not all of it.
 */
export async function writePersonalFile(
  store: Pick<Store, 'readPersonalPage'>,
  userId: string,
  {
    from,
    onMore,
    most = MOST_ROWS,
  }: { from: PersonalPlace | undefined; onMore: () => Promise<void>; most?: number },
): Promise<PersonalFile> {
  const pages: Page[] = [];
  let next: PersonalPlace | undefined = from ?? { table: PERSONAL_TABLES[0], after: undefined };
  for (let rows = 0, isLong = false; next !== undefined && rows < most; ) {
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
  const compressed = parts.reduce((sum, { length }) => sum + length, 0) > MOST_BYTES;
  return { data: compressed ? await compress(parts) : Buffer.concat(parts), compressed, next };
}

interface Page {
  readonly table: PersonalTable;
  /** Its rows, or nothing. */
  readonly json: string;
}

/** The document in pieces: a list of rows for each table. */
function documentOf(pages: readonly Page[]): string[] {
  const tables = [...new Set(pages.map(({ table }) => table))];
  const lists = tables.map((name, index) => {
    const filled = pages.filter(({ table, json }) => table === name && json !== '');
    const rows = filled.flatMap(({ json }, place) => (place === 0 ? [json] : [',\n', json]));
    return [`${index === 0 ? '{' : ','}\n"${name}": [\n`, ...rows, '\n]'];
  });
  return [...lists.flat(), '\n}\n'];
}

/** Part by part: all of it at once would hold the event loop. */
const compress = (parts: readonly Buffer[]) => buffer(Readable.from(parts).pipe(createGzip()));

/** A place as a button carries it. */
export const writePlace = ({ table, after }: PersonalPlace): string => [table, ...(after ?? [])].join('.');

/** Reads a place back; undefined when it is none. */
export function readPlace(text: string): PersonalPlace | undefined {
  const [name, ...texts] = text.split('.');
  const table = PERSONAL_TABLES.find((known) => known === name);
  if (table === undefined) return undefined;
  if (texts.length === 0) return { table, after: undefined };
  const after = parseKeys(table, texts);
  return after && { table, after };
}
