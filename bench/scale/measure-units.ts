import { readFileSync } from 'node:fs';
import pg from 'pg';
import { openStore } from '../../src/store/store.ts';
import { newDatabase } from '../../test/support/postgres.ts';

const rows = readFileSync(new URL('rows.sql', import.meta.url), 'utf8');

/** Bytes of a game, a round and a pick in PostgreSQL, indexes included: of the tables of the store, filled by rows.sql. */
export async function measureRows(): Promise<Record<'games' | 'rounds' | 'picks', number>> {
  const { url, drop } = await newDatabase();
  await (await openStore({ url })).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(rows);
    const { rows: sizes } = await client.query<{ games: number; rounds: number; picks: number }>(
      `select (pg_total_relation_size('games')::float8 / (select count(*) from games))::int as games,
              (pg_total_relation_size('rounds')::float8 / (select count(*) from rounds))::int as rounds,
              (pg_total_relation_size('picks')::float8 / (select count(*) from picks))::int as picks`,
    );
    const [size] = sizes;
    if (size === undefined) throw new Error('PostgreSQL gave no sizes');
    return size;
  } finally {
    await client.end();
    await drop();
  }
}
