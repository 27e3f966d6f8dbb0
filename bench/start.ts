import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFullData } from './full-data.ts';
import { figuresOf, judge, ms } from './measure.ts';
import { table } from './report.ts';

const RUNS = 5;
const BAR_MS = 3000;
const state = mkdtempSync(join(tmpdir(), 'filmoteca-bench-'));

/** Milliseconds from the start of a process until it has written `sign`; it is then stopped and waited for. */
async function timeUntil(args: readonly string[], sign: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DISCORD_TOKEN: '', STATE_DIR: state, PAGE_PORT: '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let output = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) {
    output += chunk;
    if (output.includes(sign)) break;
  }
  const taken = performance.now() - start;
  if (!output.includes(sign)) throw new Error(`the process ended before it wrote "${sign}"`);
  child.kill('SIGTERM');
  await ended;
  return taken;
}

const echo = `
  import { startLocalDiscord } from './local-discord/index.ts';
  import { Client } from 'discord.js';
  const discord = await startLocalDiscord();
  const client = new Client({ intents: [], rest: { api: discord.api } });
  client.once('clientReady', () => console.log('ready'));
  await client.login(discord.token);
`;

try {
  const { catalogue, films } = await openFullData();
  await catalogue.close();
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await timeUntil(['--import', 'tsx', 'bin/bot.ts'], 'DISCORD_TOKEN='));
    peer.push(await timeUntil(['--import', 'tsx', '--input-type=module', '--eval', echo], 'ready'));
  }
  const [a, b] = [figuresOf(ours), figuresOf(peer)];
  console.log(
    table([
      [`start to ready, ${films} films`, 'runs', 'median ms', 'max ms', 'ratio'],
      ['filmoteca', String(RUNS), ms(a.median), ms(a.max), (a.median / b.median).toFixed(2)],
      ['echo bot', String(RUNS), ms(b.median), ms(b.max), '1.00'],
    ]),
  );
  judge([{ what: `ready in at most ${BAR_MS} ms`, holds: a.median <= BAR_MS }]);
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(state, { recursive: true, force: true });
}
