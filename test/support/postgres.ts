import { randomBytes } from 'node:crypto';
import pg from 'pg';

const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Why PostgreSQL cannot be used; `undefined` if it answers. */
export async function whyNoServer(): Promise<string | undefined> {
  try {
    await onServer('select 1');
    return undefined;
  } catch (error) {
    return `no PostgreSQL at TEST_DATABASE_URL (default 127.0.0.1:5432): ${error instanceof Error ? error.message || 'refused' : error}`;
  }
}

/** Runs one statement on PostgreSQL, by default in its default database. */
export async function onServer(sql: string, url = server): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A new, empty database, and a function that drops it. */
export async function newDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `filmoteca_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}
