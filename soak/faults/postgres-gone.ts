import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Fault } from '../fault.ts';
import { openStoreSession } from '../store-session.ts';
import { databaseName, dropAbandonedDatabases } from '../temporary.ts';

const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Terminates every connection of the bot to PostgreSQL, as a restart of the server does. */
export const postgresGone: Fault = {
  name: 'store: PostgreSQL gone',
  fullCount: 200,
  testCount: 2,
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
  async open(context) {
    const name = databaseName(randomBytes(6).toString('hex'));
    const admin = new pg.Client({ connectionString: server, application_name: name });
    await admin.connect();
    await dropAbandonedDatabases(admin);
    await admin.query(`create database ${pg.escapeIdentifier(name)}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    const terminateConnections = async () => {
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    };
    return openStoreSession(
      context,
      { store: { url: url.href } },
      async (store) => {
        // Some connections are terminated during a query, others while idle.
        const queries = Array.from({ length: 8 }, () => store.knownGuilds().catch(() => undefined));
        await terminateConnections();
        await Promise.all(queries);
        return terminateConnections;
      },
      async () => {
        await admin.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
        await admin.end();
      },
    );
  },
};
