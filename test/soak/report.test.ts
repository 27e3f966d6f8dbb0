import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { addOutcomes, emptyOutcome } from '../../soak/fault.ts';
import { judgeMemory } from '../../soak/memory.ts';
import { openProgress, summary } from '../../soak/report.ts';
import {
  databaseName,
  dropAbandonedDatabases,
  makeTemporaryFolder,
  removeAbandonedFolders,
} from '../../soak/temporary.ts';
import { whyNoServer } from '../support/postgres.ts';

it('the summary is a Markdown table with one line for each fault', () => {
  const dropped = { ...emptyOutcome(), injected: 3, calls: 9, recoveries: [900, 1000, 2500] };
  const hostile = { ...emptyOutcome(), injected: 2000, calls: 2000, lost: 1 };
  const many = { ...emptyOutcome(), injected: 1e6, calls: 1e6, figure: '400 MB' };
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
| hostile | 2,000 | 1,999 | 1 lost, 0 failed | NO |
| interactions | 1,000,000 | 1,000,000 | 400 MB | yes |
| store: disk full | 0 |  | skipped: mounting a small disk needs root | - |`);
});

it('memory growth of more than a tenth after the warm-up is a problem', () => {
  const samples = (grownBy: number) =>
    Array.from({ length: 100 }, (_, index) => (index < 25 ? 300 + index * 4 : 400 + (index * grownBy) / 100));
  expect(judgeMemory(samples(20)).problems).toEqual([]);
  expect(judgeMemory(samples(80)).problems).toEqual(['memory grew by 11 %']);
  expect(judgeMemory(samples(80).slice(0, 10)).problems).toEqual([]);
});

it('an interrupted soak continues where each fault had stopped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-test-'));
  const first = openProgress(folder, '1-full');
  first.write('hostile', { ...emptyOutcome(), injected: 250 });
  first.write('gateway dropped', { ...emptyOutcome(), injected: 200 });
  const second = openProgress(folder, '1-full');
  second.clear(['gateway dropped']);
  const third = openProgress(folder, '1-full');
  expect(third.read('gateway dropped')).toBeUndefined();
  expect(
    addOutcomes(third.read('hostile') ?? emptyOutcome(), { ...emptyOutcome(), injected: 1 }).injected,
  ).toBe(251);
  rmSync(folder, { recursive: true });
});

it('a soak removes the folders of killed soaks and keeps those of running ones', () => {
  const temp = mkdtempSync(join(tmpdir(), 'filmoteca-test-'));
  const { pid } = spawnSync(process.execPath, ['--version']);
  const abandoned = `filmoteca-soak-${pid}-abcdef`;
  mkdirSync(join(temp, abandoned));
  const own = makeTemporaryFolder(temp);
  expect(removeAbandonedFolders(temp)).toEqual([abandoned]);
  expect([existsSync(join(temp, abandoned)), existsSync(own)]).toEqual([false, true]);
  rmSync(temp, { recursive: true });
});

const noServer = await whyNoServer();

it.skipIf(noServer !== undefined)(
  'a soak drops the database of a killed soak and keeps that of a running one',
  async () => {
    const name = databaseName(`test_${process.pid}`);
    const connectionString = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
    const [running, next] = [name, 'another'].map(
      (application_name) => new pg.Client({ connectionString, application_name }),
    );
    if (running === undefined || next === undefined) throw new Error('no clients');
    await Promise.all([running.connect(), next.connect()]);
    const databaseExists = async () =>
      (await next.query('select from pg_database where datname = $1', [name])).rowCount === 1;
    await running.query(`create database ${name}`);
    await dropAbandonedDatabases(next);
    expect(await databaseExists()).toBe(true);
    await running.end();
    const isKept = async () => {
      await dropAbandonedDatabases(next);
      return databaseExists();
    };
    await expect.poll(isKept).toBe(false);
    await next.end();
  },
);
