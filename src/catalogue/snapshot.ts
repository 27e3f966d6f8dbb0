import type { DuckDBValue } from '@duckdb/node-api';
import type { Search } from '../search/search.ts';

export type Params = Record<string, DuckDBValue>;

/** One consistent view of the data: a swap of versions never falls between two of its queries. */
export interface Snapshot {
  /** Rows as plain objects. Integers wider than 32 bits come back as bigint: cast them in the SQL. */
  query<Row>(sql: string, params?: Params): Promise<Row[]>;
  /**
   * The rows of one key. The SQL takes a list, `$keys`, and names the key of each row `key`: those who ask the same of one
   * snapshot at the same time are answered by one query.
   */
  rowsOf<Row>(sql: string, key: number, params?: Params): Promise<Row[]>;
  /**
   * What `make` makes of the rows of a query without parameters: asked once a version, then kept for all who ask it. Keep
   * little: it is there until the version goes.
   */
  once<Row, Made>(sql: string, make: (rows: Row[]) => Made): Promise<Made>;
  /** Finds films and people by name. */
  find: Search['find'];
  /** What the reader must not be told now. While there is such, all questions above but `find` reject with NotNow. */
  withheld(): Promise<Withheld>;
  /** The same data for every question: for those that tell nothing of any film or person, and for those that heed `withheld`. */
  readonly unguarded: Snapshot;
}

/** Films and people, by id, of which a reader is told nothing for now. */
export interface Withheld {
  readonly films: ReadonlySet<number>;
  readonly people: ReadonlySet<number>;
}
