import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

const PREFIX = 'filmoteca-soak-';
const DATABASES = 'filmoteca_soak_';

/** Makes a folder to make a mess in; its name says which process it belongs to. */
export const makeScratch = (temp: string) => mkdtempSync(join(temp, `${PREFIX}${process.pid}-`));

/** Takes away the folders of runs that were killed, the small disks mounted in them too; gives their names. */
export function clearScratches(temp: string): string[] {
  const ours = new RegExp(`^${PREFIX}(\\d+)-`, 'u');
  const dead = readdirSync(temp).filter((name) => {
    const [, pid] = ours.exec(name) ?? [];
    return pid !== undefined && !isAlive(Number(pid));
  });
  for (const name of dead) {
    unmountUnder(join(temp, name));
    rmSync(join(temp, name), { recursive: true, force: true });
  }
  return dead;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function unmountUnder(folder: string): void {
  if (process.platform !== 'linux') return;
  const mounted = readFileSync('/proc/mounts', 'utf8').split('\n');
  for (const [, place = ''] of mounted.map((line) => line.split(' ')))
    if (place.startsWith(`${folder}/`)) execFileSync('umount', ['--lazy', place]);
}

/**
 * Drops the databases of runs that were killed; gives their names. A run that lives keeps a connection that is named
 * after its database.
 */
export async function dropDatabases(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select datname as name from pg_database where starts_with(datname, $1)
     and not exists (select from pg_stat_activity as lives where pg_database.datname in (lives.datname, lives.application_name))`,
    [DATABASES],
  );
  for (const { name } of rows) await admin.query(`drop database if exists ${name} with (force)`);
  return rows.map(({ name }) => name);
}

/** A name for a database of a run; its admin connection must bear it as `application_name` as long as the run lives. */
export const databaseName = (random: string) => `${DATABASES}${random}`;
