import { join } from 'node:path';

const FILE = 'filmoteca.db';

/** Where what people did is kept: a file of this machine, or a PostgreSQL that several processes share. */
export type StoreLocation = { file: string } | { url: string };

/**
 * The store that an environment names. A start without a token keeps its games in a file of its own, also where
 * DATABASE_URL is set: its servers are not those of the bot with a token.
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

/** A place as a person may read it: without user and password. */
export function storeName(location: StoreLocation): string {
  if ('file' in location) return location.file;
  const { host, pathname } = new URL(location.url);
  return `${host}${pathname}`;
}
