import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { film, folderWith, moviesCsv, newFolder, smallFiles } from './raw-files.ts';
import { contents, liveVersion, rows, run } from './run-etl.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const small = folderWith(smallFiles());
const next = folderWith({
  ...smallFiles(),
  'movies_metadata.csv': moviesCsv([film({ id: '949', title: 'New' })]),
});

const published = newFolder();
beforeAll(() => run(small, published));

/** A folder of its own in which the small files are published. */
function copyOfPublished(): string {
  const to = newFolder();
  cpSync(published, to, { recursive: true });
  return to;
}

function start(from: string, to: string): ChildProcess {
  const args = ['bin/run.mjs', 'etl/main.ts', '--from', from, '--to', to, '--texts', join(from, 'none.csv')];
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Sends a signal when the program says that it is at a step; gives its exit code and the signal that ended it. */
async function endAt(child: ChildProcess, step: string, signal: NodeJS.Signals): Promise<unknown[]> {
  const exit = once(child, 'exit');
  if (child.stderr)
    for await (const line of createInterface({ input: child.stderr })) if (line === step) child.kill(signal);
  return exit;
}

/** Raw files of which one never ends: the run is still reading when the signal comes. */
function endlessFiles(): string {
  const folder = folderWith(smallFiles());
  rmSync(join(folder, 'credits.csv'));
  execFileSync('mkfifo', [join(folder, 'credits.csv')]);
  return folder;
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a run at once and leaves nothing behind',
  async (signal) => {
    const to = newFolder();
    const ended = await endAt(start(small, to), 'reading credits.csv', signal);
    expect(ended).toEqual([signal === 'SIGINT' ? 130 : 143, null]);
    expect(contents(to)).toEqual([]);
  },
);

test('a kill while reading leaves the old version live, and the next run removes the leftovers', async () => {
  const to = copyOfPublished();
  const version = liveVersion(to);
  const [, signal] = await endAt(start(endlessFiles(), to), 'reading credits.csv', 'SIGKILL');
  expect(signal).toBe('SIGKILL');
  expect(liveVersion(to)).toBe(version);
  expect(contents(to).filter((name) => name.startsWith('.staging-'))).toHaveLength(1);
  const after = await run(next, to, { now: () => new Date('2026-11-23T00:00:00Z') });
  expect(contents(to)).toEqual([version, after.version, 'current', 'previous']);
});

test.each(['movies', 'recommendations', 'checks', 'write'])(
  'a kill at the step %s leaves a whole version live, and the next run clears up',
  async (step) => {
    const to = copyOfPublished();
    await endAt(start(next, to), step, 'SIGKILL');
    const titles = await rows(to, `select title from '$dir/movies.parquet' order by id`);
    expect([[['Toy Story'], ['Heat']], [['New']]]).toContainEqual(titles);
    await run(next, to, { now: () => new Date('2026-11-23T00:00:00Z') });
    expect(contents(to).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await rows(to, `select title from '$dir/movies.parquet'`)).toEqual([['New']]);
  },
);
