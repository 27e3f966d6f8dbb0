import { join } from 'node:path';

/** Where what people did is kept: a file of this machine, or a PostgreSQL that several processes share. */
export type StoreLocation = { file: string } | { url: string };

/** Where the environment says that the store is. */
export const storeLocation = (config: {
  DATABASE_URL?: string | undefined;
  STATE_DIR: string;
}): StoreLocation =>
  config.DATABASE_URL === undefined
    ? { file: join(config.STATE_DIR, 'filmoteca.db') }
    : { url: config.DATABASE_URL };

/** A place as a person may read it: without user and password. */
export function storeName(location: StoreLocation): string {
  if ('file' in location) return location.file;
  const { host, pathname } = new URL(location.url);
  return `${host}${pathname}`;
}
