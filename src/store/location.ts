import { join } from 'node:path';

const FILE = 'filmoteca.db';

/** Where the store is: a SQLite file, or a PostgreSQL database that several processes can share. */
export type StoreLocation = { file: string } | { url: string };

/**
 * The store of an environment. A start without a token uses its own file even if DATABASE_URL is set, because its servers
 * are not the real bot's.
 */
export function storeLocation(config: {
  DISCORD_TOKEN?: string | undefined;
  DATABASE_URL?: string | undefined;
  STATE_DIR: string;
}): StoreLocation {
  const { DISCORD_TOKEN: token, DATABASE_URL: url, STATE_DIR: folder } = config;
  if (token === undefined) return { file: join(folder, 'local', FILE) };
  return url === undefined ? { file: join(folder, FILE) } : { url };
}

/** A location for messages, without user and password. */
export function storeName(location: StoreLocation): string {
  if ('file' in location) return location.file;
  const { host, pathname } = new URL(location.url);
  return `${host}${pathname}`;
}
