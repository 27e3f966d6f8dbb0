import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { openLiveCatalogue } from '../../src/reload/live-version.ts';
import { createReload } from '../../src/reload/reload.ts';
import { newFolder } from '../etl/raw-files.ts';
import { silentLog } from '../support/ask-command.ts';
import { openDiscord } from '../support/test-bot.ts';
import { flipBit, pointAt, pointerIn, twoVersions } from './two-versions.ts';

const { folder, before, after } = await twoVersions();
const opened: Catalogue[] = [];
afterEach(async () => {
  for (const catalogue of opened.splice(0)) await catalogue.close();
  pointAt(folder, before);
});

async function openReload() {
  const catalogue = await openCatalogue(folder);
  opened.push(catalogue);
  const reload = createReload({ catalogue, folder, clock: Date.now, log: silentLog });
  return { catalogue, reload };
}

describe('a new `current` on the disk', () => {
  it('is followed, and `previous` names the version that was live before', async () => {
    const { catalogue, reload } = await openReload();
    pointAt(folder, after);
    await reload.follow();
    expect(catalogue.version()).toBe(after);
    expect((await reload.status()).previous).toBe(before);
  });

  it('that one process has applied is followed by the others', async () => {
    const [one, two] = [await openReload(), await openReload()];
    await one.reload.apply(after, before);
    await two.reload.follow();
    expect([one.catalogue.version(), two.catalogue.version()]).toEqual([after, after]);
    await two.reload.apply(before, after);
    await one.reload.follow();
    expect([one.catalogue.version(), two.catalogue.version()]).toEqual([before, before]);
    expect((await one.reload.status()).previous).toBe(after);
  });

  it.each(['20260101T000000Z-0a0b0c', '../elsewhere'])(
    'that names %s, which is not a version, is set back to the live version',
    async (name) => {
      const { catalogue, reload } = await openReload();
      pointAt(folder, name);
      await reload.follow();
      expect([catalogue.version(), pointerIn(folder, 'current')]).toEqual([before, before]);
    },
  );
});

it('a bot that starts with a damaged live version answers from the previous one', async () => {
  const damaged = newFolder();
  cpSync(folder, damaged, { recursive: true });
  pointAt(damaged, after);
  flipBit(join(damaged, after, 'movies.parquet'));
  const catalogue = await openLiveCatalogue(damaged, silentLog);
  opened.push(catalogue);
  expect(catalogue.version()).toBe(before);
  await createReload({ catalogue, folder: damaged, clock: Date.now, log: silentLog }).follow();
  expect(pointerIn(damaged, 'current')).toBe(before);
});

it('npm start follows `current`, and checks it at SIGHUP', async () => {
  const discord = await openDiscord();
  const child = spawn(process.execPath, ['bin/run.mjs', 'bin/bot.ts'], {
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      PARQUET_DIR: folder,
      STATE_DIR: newFolder(),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const swaps: unknown[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, from, to, current, live } = JSON.parse(line);
    if (msg === 'ready') pointAt(folder, after);
    if (msg === 'data swapped') swaps.push([from, to]) && child.kill('SIGHUP');
    if (msg === 'asked to look at `current`') swaps.push([current, live]) && child.kill('SIGTERM');
  }
  expect(await exit).toEqual([0, null]);
  expect(swaps).toEqual([
    [before, after],
    [after, after],
  ]);
});
