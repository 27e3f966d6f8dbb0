import { PostgresAdapter, type QueryExecutorProvider } from 'kysely';

/** Whether a database is PostgreSQL; else it is SQLite. */
export const isPostgres = (database: QueryExecutorProvider): boolean =>
  database.getExecutor().adapter instanceof PostgresAdapter;
