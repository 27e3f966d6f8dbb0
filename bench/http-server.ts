import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { createApp } from '../bin/create-app.ts';
import { readShellConfig } from '../src/lib/config.ts';
import { createTokenBuckets } from '../src/lib/token-bucket.ts';
import { openFullData } from './full-data.ts';

// The child process of bench:http: the bot's HTTP over the full data or, with the argument "hello", a bare Hono. Sends its
// url to the parent.
async function serve(): Promise<string> {
  if (process.argv[2] === 'hello') {
    const app = new Hono().get('/hello', (context) => context.json({ hello: 'world' }));
    const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const { catalogue } = await openFullData();
  const limits = createTokenBuckets({ capacity: 1e9, perSecond: 1e9, clock: Date.now });
  const state = mkdtempSync(join(tmpdir(), 'filmoteca-bench-'));
  process.once('exit', () => rmSync(state, { recursive: true, force: true }));
  const config = { ...readShellConfig(process.env), STATE_DIR: state };
  const app = createApp(config, { catalogue, log: pino({ level: 'silent' }) });
  return (await app.startHttp({}, { limits })).url;
}

process.send?.({ url: await serve() });
