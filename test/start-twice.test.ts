import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../src/store/store.ts';
import { newFolder, startProgram } from './support/start-program.ts';
import { openDiscord } from './support/test-bot.ts';

const READY = 'Filmoteca is ready';

it('a second start in the same folder prints the page of the first and exits; after kill -9 the folder is free', async () => {
  const folder = { STATE_DIR: newFolder() };
  const first = startProgram(folder);
  await first.prints(READY);
  const [url] = /http:\/\/127\.0\.0\.1:\d+/u.exec(first.output()) ?? [];
  const second = startProgram(folder);
  expect(await second.exit).toBe(1);
  expect(second.output()).toBe(
    `A Filmoteca already runs at ${url} (process ${first.child.pid}): stop it before you start another.\n`,
  );
  first.child.kill('SIGKILL');
  await first.exit;
  const third = startProgram(folder);
  await third.prints(READY);
}, 120_000);

it('of three starts at the same moment exactly one runs, whatever files an earlier one has left', async () => {
  const folder = newFolder();
  await mkdir(join(folder, 'local'));
  // This process runs: a lock by process id would wait for it for ever.
  await writeFile(join(folder, 'local', 'running.json'), `{"pid":${process.pid}}`);
  await writeFile(join(folder, 'local', 'filmoteca.lock'), '');
  const starts = [1, 2, 3].map(() => startProgram({ STATE_DIR: folder }));
  const ends = await Promise.all(
    starts.map(({ prints, exit }) => Promise.race([prints(READY).then(() => 'ready'), exit])),
  );
  expect(ends.sort()).toEqual([1, 1, 'ready']);
}, 120_000);

it('also with a token one process has a folder; a start without a token uses another folder, even with DATABASE_URL', async () => {
  const discord = await openDiscord();
  const STATE_DIR = newFolder();
  const online = { STATE_DIR, DISCORD_TOKEN: discord.token, DISCORD_API: discord.api };
  const first = startProgram(online);
  await first.prints('"msg":"ready"');
  const second = startProgram(online);
  expect(await second.exit).toBe(1);
  expect(second.output()).toContain(`A Filmoteca already runs at ${STATE_DIR} (process ${first.child.pid})`);
  const local = startProgram({ STATE_DIR, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
  await local.prints(READY);
  expect(existsSync(join(STATE_DIR, 'filmoteca.db'))).toBe(true);
  expect(existsSync(join(STATE_DIR, 'local', 'filmoteca.db'))).toBe(true);
}, 120_000);

it("a start with another application's token prints one line and exits", async () => {
  const discord = await openDiscord();
  const STATE_DIR = newFolder();
  const store = await openStore({ file: join(STATE_DIR, 'filmoteca.db') });
  await store.claimOwnership('100000000000000099');
  await store.close();
  const { output, exit } = startProgram({
    STATE_DIR,
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    LOG_LEVEL: 'warn',
  });
  expect(await exit).toBe(1);
  expect(output()).toMatch(/^The store belongs to application 100000000000000099, .+\n$/u);
}, 120_000);
