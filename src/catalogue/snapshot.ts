import type { DuckDBValue } from '@duckdb/node-api';
import type { Withheld } from '../contract/withheld.ts';
import type { Search } from '../search/search.ts';

export type Params = Record<string, DuckDBValue>;

/** One consistent view of the data: a swap of versions never falls between two of its queries. */
export interface Snapshot {
  /** Rows as plain objects. Integers wider than 32 bits come back as bigint: cast them in the SQL. */
  query<Row>(sql: string, params?: Params): Promise<Row[]>;
  /**
   * The rows of one key. The SQL takes a list, `$keys`, and returns each row's key as `key`. Calls with the same SQL, of any
   * callers, that arrive while such a query runs are batched into one following query: for queries of a few milliseconds.
   */
  queryByKey<Row>(sql: string, key: number): Promise<Row[]>;
  /**
   * The result of `make` for the rows of a query without parameters, computed once per version and cached until the version
   * is replaced. For small results.
   */
  queryOnce<Row, Made>(sql: string, make: (rows: Row[]) => Made): Promise<Made>;
  /** Searches films or people by name. */
  find: Search['find'];
  /** Finds a chain between two people or two films. */
  findChain: Search['findChain'];
  /** Finds films by what is remembered of them. */
  findByDescription: Search['findByDescription'];
  /** The films and people that an open question asks about. While there are any, the queries above reject with NotNow. */
  withheld(): Promise<Withheld>;
  /** The same data without this guard: for queries that reveal no film or person, and for code that applies `withheld`. */
  readonly unguarded: Snapshot;
}
