import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect, inject, it, onTestFinished } from 'vitest';
import { startLocalDiscord } from '#local-discord';
import { createApp } from '../../bin/create-app.ts';
import { commandNamed, readOut, silentLog } from '../support/ask-command.ts';

/** An app over the sample with a store of its own; `threads` are the threads that it has started. */
function openApp(state?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-app-'));
  const threads: Worker[] = [];
  const note = (worker: Worker) => threads.push(worker);
  process.on('worker', note);
  const app = createApp(
    { PARQUET_DIR: inject('sampleParquet'), STATE_DIR: state ?? folder },
    { log: silentLog },
  );
  onTestFinished(async () => {
    process.off('worker', note);
    await app.close();
    rmSync(folder, { recursive: true });
  });
  /** How many of the threads still run. */
  const running = () => threads.filter(({ threadId }) => threadId !== -1).length;
  return { app, folder, threads, running };
}

it('answers a command without a store, and closes everything once', async () => {
  const { app, threads, running } = openApp();
  const reply = await app.run(commandNamed('pelicula'), { options: { titulo: '#862' } });
  expect(readOut(reply)).toContain('Toy Story');
  // The search's: neither the store nor the charts were needed.
  expect([threads.length, running()]).toEqual([1, 1]);
  await Promise.all([app.close(), app.close()]);
  expect(running()).toBe(0);
  await expect(app.store()).rejects.toThrow('the app is closed');
});

it('a store that cannot be opened closes the catalogue', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'filmoteca-app-')), 'file');
  writeFileSync(file, '');
  const { app, threads, running } = openApp(join(file, 'state'));
  await app.catalogue();
  expect(running()).toBe(1);
  await expect(app.store()).rejects.toThrow(/^The store \S+ cannot be opened: .+\(STATE_DIR\)\.$/u);
  await app.close();
  expect([threads.length, running()]).toEqual([2, 0]);
});

it('a taken PORT closes the catalogue and the store', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  const { app, threads, running } = openApp();
  await expect(app.startHttp({ port })).rejects.toThrow(
    `PORT ${port} cannot be opened at 127.0.0.1: another program has it.`,
  );
  await app.close();
  expect([threads.length, running()]).toEqual([2, 0]);
});

it('a bot that Discord refuses closes HTTP, the catalogue and the store, and leaves Discord alone', async () => {
  const discord = await startLocalDiscord();
  onTestFinished(() => discord.close());
  const { app, threads, running } = openApp();
  const { url } = await app.startHttp();
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const token = `${discord.token}x`;
  await expect(app.startBot({ token, api: discord.api })).rejects.toMatchObject({ code: 'TokenInvalid' });
  await app.close();
  await expect(fetch(`${url}/health/live`)).rejects.toThrow('fetch failed');
  expect([threads.length, running()]).toEqual([2, 0]);
});
