import { expect, it } from 'vitest';
import { readConfig } from '../../src/lib/config.ts';
import { partOf, readShards } from '../../src/lib/shards.ts';

it('shards are parsed as ranges and numbers, each once and in order', () => {
  expect(readShards('0-3/16')).toEqual({ ids: [0, 1, 2, 3], count: 16 });
  expect(readShards('9, 2-3,3 / 10')).toEqual({ ids: [2, 3, 9], count: 10 });
  expect(['0', '0/0', '4/4', '3-1/4', '1-4/4', ',/4', '-1/4', 'a/4', '0/99999'].map(readShards)).toEqual(
    Array(9).fill(undefined),
  );
  expect([partOf(readShards('0-3/4')), partOf(readShards('0/4'))?.ids]).toEqual([undefined, [0]]);
});

it('a process with some of the shards needs a PostgreSQL that all processes share', () => {
  expect(() => readConfig({ SHARDS: '0-3/8' })).toThrow(
    'The environment (or .env) is wrong: SHARDS has only some of the shards, so all processes must share a PostgreSQL: set DATABASE_URL.',
  );
  expect(() => readConfig({ SHARDS: '0-8/8' })).toThrow(
    'The environment (or .env) is wrong: SHARDS lists shards from 0 on and how many there are: 0-3/16.',
  );
  const DATABASE_URL = 'postgres://a@b/c';
  expect(readConfig({ SHARDS: '0-3/8', DATABASE_URL }).SHARDS?.ids).toEqual([0, 1, 2, 3]);
  expect(readConfig({ SHARDS: '0-7/8' }).SHARDS?.count).toBe(8);
  expect(readConfig({ SHARDS: '' }).SHARDS).toBeUndefined();
});
