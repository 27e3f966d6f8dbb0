import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { nothingYet, sum } from '../../soak/fault.ts';
import { judgeMemory } from '../../soak/memory.ts';
import { summary } from '../../soak/report.ts';
import { openState } from '../../soak/state.ts';
import { clearScratches, databaseName, dropDatabases, makeScratch } from '../../soak/temporary.ts';
import { whyNoServer } from '../support/postgres.ts';

it('a soak ends with a table that can stand in a README', () => {
  const dropped = { ...nothingYet(), injected: 3, calls: 9, recoveries: [900, 1000, 2500] };
  const hostile = { ...nothingYet(), injected: 2000, calls: 2000, lost: 1 };
  const many = { ...nothingYet(), injected: 1e6, calls: 1e6, figure: '400 MB' };
  expect(
    summary([
      { name: 'gateway dropped', outcome: dropped, holds: true },
      { name: 'hostile', outcome: hostile, holds: false },
      { name: 'interactions', outcome: many, holds: true },
      { name: 'store: disk full', skipped: 'mounting a small disk needs root' },
    ]),
  ).toBe(`| fault | injected | recovered | figure | holds |
| --- | --- | --- | --- | --- |
| gateway dropped | 3 | 3 | 1.0 s (max 2.5 s) | yes |
| hostile | 2,000 | 1,999 | 1 lost, 0 unfriendly | NO |
| interactions | 1,000,000 | 1,000,000 | 400 MB | yes |
| store: disk full | 0 |  | skipped: mounting a small disk needs root | - |`);
});

it('memory that grows by more than a tenth once the bot is warm does not hold', () => {
  const samples = (grownBy: number) =>
    Array.from({ length: 100 }, (_, index) => (index < 25 ? 300 + index * 4 : 400 + (index * grownBy) / 100));
  expect(judgeMemory(samples(20)).problems).toEqual([]);
  expect(judgeMemory(samples(80)).problems).toEqual(['memory grew by 11 %']);
  expect(judgeMemory(samples(80).slice(0, 10)).problems).toEqual([]);
});

it('a soak that was stopped goes on from what it had reached, fault by fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-test-'));
  const first = openState(folder, '1-full');
  first.write('hostile', { ...nothingYet(), injected: 250 });
  first.write('gateway dropped', { ...nothingYet(), injected: 200 });
  const second = openState(folder, '1-full');
  second.clear(['gateway dropped']);
  const third = openState(folder, '1-full');
  expect(third.read('gateway dropped')).toBeUndefined();
  expect(sum(third.read('hostile') ?? nothingYet(), { ...nothingYet(), injected: 1 }).injected).toBe(251);
  rmSync(folder, { recursive: true });
});

it('folders of a soak that was killed are cleared by the next one, those of one that lives are not', () => {
  const temp = mkdtempSync(join(tmpdir(), 'filmoteca-test-'));
  const { pid } = spawnSync(process.execPath, ['--version']);
  const dead = `filmoteca-soak-${pid}-abcdef`;
  mkdirSync(join(temp, dead));
  const own = makeScratch(temp);
  expect(clearScratches(temp)).toEqual([dead]);
  expect([existsSync(join(temp, dead)), existsSync(own)]).toEqual([false, true]);
  rmSync(temp, { recursive: true });
});

const noServer = await whyNoServer();

it.skipIf(noServer !== undefined)('so is its database', async () => {
  const name = databaseName(`test_${process.pid}`);
  const connectionString = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const [run, next] = [name, 'another'].map(
    (application_name) => new pg.Client({ connectionString, application_name }),
  );
  if (run === undefined || next === undefined) throw new Error('no clients');
  await Promise.all([run.connect(), next.connect()]);
  const isThere = async () =>
    (await next.query('select from pg_database where datname = $1', [name])).rowCount === 1;
  await run.query(`create database ${name}`);
  await dropDatabases(next);
  expect(await isThere()).toBe(true);
  await run.end();
  const isThereStill = async () => {
    await dropDatabases(next);
    return isThere();
  };
  await expect.poll(isThereStill).toBe(false);
  await next.end();
});
