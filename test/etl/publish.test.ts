import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { publish, versionName } from '../../etl/publish.ts';
import type { EtlOptions } from '../../etl/run.ts';
import { createStaging, removeStaging } from '../../etl/staging.ts';
import { publishedTables } from '../../etl/write.ts';
import type { Sentence } from '../../src/lib/sentence.ts';
import { film, folderWith, moviesCsv, newFolder, smallFiles } from './raw-files.ts';
import { contents, liveVersion, noRecommendations, run } from './run-etl.ts';

const small = folderWith(smallFiles());
const other = folderWith({
  ...smallFiles(),
  'movies_metadata.csv': moviesCsv([film({ id: '949', title: 'Another Heat' })]),
});

const moment = (second: number) => new Date(Date.UTC(2026, 10, 22, 20, 30, second));
const at = (second: number): Partial<EtlOptions> => ({ now: () => moment(second) });

function hashes(to: string): string[] {
  const folder = join(to, liveVersion(to) ?? '');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.parquet'))
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    );
}

test('the same input gives the same bytes, with one worker or three', async () => {
  const [one, three] = [newFolder(), newFolder()];
  await run(small, one);
  await run(small, three, { workers: 3 });
  expect(hashes(three)).toEqual(hashes(one));
  expect(hashes(one)).toHaveLength(publishedTables.length);
  expect(liveVersion(three)).toBe(liveVersion(one));
});

test('a version is a folder with the tables and a manifest, next to a pointer', async () => {
  const to = join(newFolder(), 'new', 'folder');
  const manifest = await run(small, to);
  expect(contents(to)).toEqual([manifest.version, 'current']);
  expect(JSON.parse(readFileSync(join(to, manifest.version, 'manifest.json'), 'utf8'))).toEqual(manifest);
});

test('publishing the same content twice in the same second changes nothing', async () => {
  const to = newFolder();
  const { version } = await run(small, to);
  await run(small, to);
  expect(contents(to)).toEqual([version, 'current']);
});

/** Publishes a version whose only table has this content; gives its name. */
async function publishTable(
  to: string,
  second: number,
  content: string,
  keepCurrent = false,
): Promise<string> {
  const warn = ({ en }: Sentence) => expect.unreachable(en);
  const staging = createStaging(to, warn);
  writeFileSync(join(staging.tables, 'movies.parquet'), content);
  const version = versionName(moment(second), createHash('sha256').update(content).digest('hex'));
  await publish(to, staging, version, { keepCurrent, warn });
  removeStaging(staging.root);
  return version;
}

test('the last three versions are kept, and the last one is live', async () => {
  const to = newFolder();
  const versions: string[] = [];
  for (const second of [1, 2, 3, 4])
    versions.push(await publishTable(to, second, second % 2 ? 'one' : 'other'));
  expect(contents(to)).toEqual([...versions.slice(1), 'current', 'previous']);
  expect(liveVersion(to)).toBe(versions[3]);
});

test('a version made after the clock was set back is live and is not removed', async () => {
  const to = newFolder();
  for (const second of [11, 12, 13]) await publishTable(to, second, 'one');
  const version = await publishTable(to, 1, 'other');
  expect(liveVersion(to)).toBe(version);
  expect(contents(to)).toContain(version);
  expect(readFileSync(join(to, version, 'movies.parquet'), 'utf8')).toBe('other');
});

test('--keep-current publishes without changing the live version, and the previous one is kept', async () => {
  const to = newFolder();
  const version = await publishTable(to, 1, 'one');
  const old = [1, 2, 3].map((second) => `20260101T00000${second}Z-0a0b0c`);
  for (const name of old) mkdirSync(join(to, name));
  writeFileSync(join(to, 'previous'), `${old[0]}\n`);
  const beside = (await run(small, to, { ...at(2), keepCurrent: true })).version;
  expect(liveVersion(to)).toBe(version);
  expect(contents(to)).toEqual([old[0], old[2], version, beside, 'current', 'previous']);
  await publishTable(to, 3, 'one');
  expect(readFileSync(join(to, 'previous'), 'utf8')).toBe(`${version}\n`);
});

test('an unapplied version is kept even if its name is the oldest', async () => {
  const to = newFolder();
  for (const second of [11, 12, 13]) await publishTable(to, second, 'one');
  const version = await publishTable(to, 1, 'other', true);
  expect(contents(to)).toContain(version);
});

/** Root may remove everything, so the run is another user's where root runs the tests. */
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const readable = spawnSync(process.execPath, ['-e', "require('node:fs').readFileSync('package.json')"], user);
const why = readable.status === 0 ? '' : ' (skipped: another user cannot read this folder)';

test.runIf(why === '')(
  `what belongs to somebody else cannot be removed: the run says so and succeeds${why}`,
  async () => {
    const to = newFolder();
    const old = [1, 2, 3].map((second) => `20260101T00000${second}Z-0a0b0c`);
    const dead = spawnSync('true').pid;
    const staging = `.staging-${dead}-1-0a0b0c0d`;
    for (const name of [...old, staging]) {
      mkdirSync(join(to, name));
      writeFileSync(join(to, name, 'movies.parquet'), 'x');
      chmodSync(join(to, name), 0o555);
    }
    chmodSync(to, 0o777);
    chmodSync(dirname(small), 0o755);
    const args = ['bin/run.mjs', 'etl/main.ts', '--from', small, '--to', to];
    const ended = spawnSync(process.execPath, args, { encoding: 'utf8', ...user });
    expect(ended.stderr.split('\n').filter((line) => line.includes('cannot be removed'))).toEqual([
      `${join(to, staging)} cannot be removed (EACCES). It is not needed: remove it yourself.`,
      `${join(to, old[0] ?? '')} cannot be removed (EACCES). It is not needed: remove it yourself.`,
    ]);
    expect([ended.status, contents(to)]).toEqual([0, [staging, ...old, liveVersion(to), 'current']]);
  },
);

test('a failed run leaves nothing but the unchanged live version', async () => {
  const to = newFolder();
  const { version } = await run(small, to);
  const broken = folderWith({ ...smallFiles(), 'credits.csv': 'cast,crew,id\n' });
  await expect(run(broken, to, at(9))).rejects.toThrow('has a header and no rows');
  await expect(
    run(other, to, { ...at(9), recommend: () => Promise.reject(new Error('Kaboom!')) }),
  ).rejects.toThrow('Kaboom!');
  expect(contents(to)).toEqual([version, 'current']);
  expect(liveVersion(to)).toBe(version);
});

test('the staging folders of dead runs are removed, and nothing else', async () => {
  const to = newFolder();
  const dead = spawnSync('true').pid;
  mkdirSync(join(to, `.staging-${dead}-1-0a0b0c0d`, 'tables'), { recursive: true });
  writeFileSync(join(to, `.staging-${dead}-1-0a0b0c0d`, 'tables', 'movies.parquet'), 'half');
  mkdirSync(join(to, `.staging-${process.pid}-1-0a0b0c0d`));
  mkdirSync(join(to, 'notes'));
  const { version } = await run(small, to);
  expect(contents(to)).toEqual([version, 'current', 'notes']);
});

test('two runs at once do not disturb each other', async () => {
  const to = newFolder();
  let inner = '';
  const outer = await run(small, to, {
    ...at(2),
    async recommend(connection) {
      inner = (await run(other, to, at(1))).version;
      expect(liveVersion(to)).toBe(inner);
      await noRecommendations(connection);
    },
  });
  expect(contents(to)).toEqual([inner, outer.version, 'current', 'previous']);
  expect(liveVersion(to)).toBe(outer.version);
});

test('an aborted run removes its folder at once and publishes nothing', async () => {
  const to = newFolder();
  const controller = new AbortController();
  const aborted = run(small, to, {
    signal: controller.signal,
    async recommend(connection) {
      controller.abort(new Error('enough'));
      expect(contents(to)).toEqual([]);
      await noRecommendations(connection);
    },
  });
  await expect(aborted).rejects.toThrow('enough');
  expect(contents(to)).toEqual([]);
});

const disk = newFolder();
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48k', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
});

test.runIf(mounted)(
  `a full disk is named${mounted ? '' : ' (skipped: mounting a small disk needs root)'}`,
  async () => {
    await expect(run(small, disk)).rejects.toThrow(
      `The disk of ${disk} is full. Free some space, or choose another folder with --to.`,
    );
    expect(contents(disk)).toEqual([]);
  },
);
