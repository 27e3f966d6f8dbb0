import { sql } from 'kysely';
import type { Database } from './schema.ts';

/** Resolves when the store answers. */
export async function ping(database: Database): Promise<void> {
  await sql`select 1`.execute(database);
}
