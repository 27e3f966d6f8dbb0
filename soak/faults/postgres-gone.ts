import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Fault } from '../fault.ts';
import { onStore } from '../store-fault.ts';
import { databaseName, dropDatabases } from '../temporary.ts';

const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Every connection of the bot to PostgreSQL is cut, as a restart cuts them. */
export const postgresGone: Fault = {
  name: 'store: PostgreSQL gone',
  full: 200,
  slice: 2,
  async unavailable() {
    const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 });
    return client
      .connect()
      .then(() => client.end())
      .then(
        () => undefined,
        () => 'no PostgreSQL at TEST_DATABASE_URL (default 127.0.0.1:5432)',
      );
  },
  async open(ground) {
    const name = databaseName(randomBytes(6).toString('hex'));
    const admin = new pg.Client({ connectionString: server, application_name: name });
    await admin.connect();
    await dropDatabases(admin);
    await admin.query(`create database ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    const cut = () =>
      admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    return onStore(
      ground,
      { store: { url: url.href } },
      async (store) => {
        // Some are cut at work, some at rest.
        const reading = Array.from({ length: 8 }, () => store.knownGuilds().catch(() => undefined));
        await cut();
        await Promise.all(reading);
        return async () => {
          await cut();
        };
      },
      async () => {
        await admin.query(`drop database ${name} with (force)`);
        await admin.end();
      },
    );
  },
};
