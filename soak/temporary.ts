import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

// Temporary folders and databases of a soak. A run that was killed leaves them behind; the next run removes them.

const FOLDER_PREFIX = 'filmoteca-soak-';
const DATABASE_PREFIX = 'filmoteca_soak_';

/** Makes a folder whose name carries the process id of the run. */
export const makeTemporaryFolder = (parent: string) =>
  mkdtempSync(join(parent, `${FOLDER_PREFIX}${process.pid}-`));

/** Removes the folders of runs that were killed, and the disks mounted in them. Returns the names. */
export function removeAbandonedFolders(parent: string): string[] {
  const pattern = new RegExp(`^${FOLDER_PREFIX}(\\d+)-`, 'u');
  const abandoned = readdirSync(parent).filter((name) => {
    const [, pid] = pattern.exec(name) ?? [];
    return pid !== undefined && !isRunning(Number(pid));
  });
  for (const name of abandoned) {
    unmountBelow(join(parent, name));
    rmSync(join(parent, name), { recursive: true, force: true });
  }
  return abandoned;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function unmountBelow(folder: string): void {
  if (process.platform !== 'linux') return;
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  for (const [, mountPoint = ''] of mounts.map((line) => line.split(' ')))
    if (mountPoint.startsWith(`${folder}/`)) execFileSync('umount', ['--lazy', mountPoint]);
}

/**
 * Drops the databases of runs that were killed. A running run keeps a connection whose `application_name` is the name of
 * its database.
 */
export async function dropAbandonedDatabases(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `select datname as name from pg_database where starts_with(datname, $1)
     and not exists (
       select from pg_stat_activity as session where pg_database.datname in (session.datname, session.application_name)
     )`,
    [DATABASE_PREFIX],
  );
  for (const { name } of rows)
    await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

/** The name of a run's database, and the `application_name` of its admin connection. */
export const databaseName = (suffix: string) => `${DATABASE_PREFIX}${suffix}`;
