import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Client, GatewayIntentBits } from 'discord.js';
import { pino } from 'pino';
import { commands } from '../commands/index.ts';
import { type App, createApp } from '../src/app/create-app.ts';
import { UserError } from '../src/contract/call.ts';
import { readShellConfig } from '../src/lib/config.ts';
import { createTokenBuckets } from '../src/lib/token-bucket.ts';
import { type Calls, lookUps } from './command-calls.ts';
import { openFullData } from './full-data.ts';
import { type Bar, figuresOf, judge, ms, residentMb, timeEach } from './measure.ts';
import { table } from './report.ts';

const CALLS = 400;
const MIXED = 10_000;
const BARS = { median: 5, p99: 20, overEcho: 3, resident: 600, held: 20 };

/** A command's reply, the reply of a UserError included. */
async function call(app: App, name: string, options: Record<string, string | number>): Promise<unknown> {
  const command = commands.find(({ data }) => data.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  try {
    return await app.run(command, { options });
  } catch (error) {
    if (error instanceof UserError) return error.reply;
    throw error;
  }
}

/** Every command, one call at a time: how long it takes and how long it holds the event loop. */
async function measureCommands(app: App, all: readonly Calls[]): Promise<Bar[]> {
  const rows: string[][] = [];
  const bars: Bar[] = [];
  for (const [name, calls] of all) {
    const jobs = calls.map((options) => () => call(app, name, options));
    await timeEach(jobs.slice(0, 50));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const figures = figuresOf(await timeEach(jobs));
    delay.disable();
    const held = Math.max(0, delay.max / 1e6 - 1);
    rows.push([`/${name}`, ms(figures.median), ms(figures.p99), ms(figures.max), ms(held)]);
    bars.push({ what: `/${name} median at most ${BARS.median} ms`, holds: figures.median <= BARS.median });
    bars.push({ what: `/${name} p99 at most ${BARS.p99} ms`, holds: figures.p99 <= BARS.p99 });
    bars.push({ what: `/${name} holds the event loop at most ${BARS.held} ms`, holds: held <= BARS.held });
  }
  console.log(table([['one at a time', 'median ms', 'p99 ms', 'max ms', 'loop held ms'], ...rows]));
  return bars;
}

async function measureMemory(app: App, all: readonly Calls[]): Promise<Bar[]> {
  const before = residentMb();
  for (let index = 0; index < MIXED; index++) {
    const [name, calls] = all[index % all.length] ?? ['ayuda', []];
    await call(app, name, calls[(index * 7) % calls.length] ?? {});
  }
  const after = residentMb();
  console.log(
    table([
      ['resident memory', 'MB'],
      ['loaded', before.toFixed(0)],
      [`after ${MIXED} mixed calls`, after.toFixed(0)],
    ]),
  );
  return [
    { what: `resident at most ${BARS.resident} MB after ${MIXED} calls`, holds: after <= BARS.resident },
  ];
}

/** Command to first answer through local-discord, against a bot that says one word, turn by turn. */
async function measureWire(app: App): Promise<Bar[]> {
  // Loaded here, so that it is no part of the memory measured before.
  const { startLocalDiscord } = await import('#local-discord');
  const [ours, echo] = await Promise.all([startLocalDiscord(), startLocalDiscord()]);
  const limits = createTokenBuckets({ capacity: 1e9, perSecond: 1e9, clock: Date.now });
  await app.startBot({ token: ours.token, api: ours.api }, { limits });
  const client: Client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: echo.api } });
  client.on('interactionCreate', (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('eco');
  });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(echo.token);
  await ready;
  await client.application?.commands.set([{ name: 'eco', description: 'eco' }]);
  const [person, other] = [ours.person({ name: 'Ana' }), echo.person({ name: 'Ana' })];
  const times = { ours: [] as number[], echo: [] as number[] };
  for (let turn = 0; turn < CALLS; turn++) {
    times.ours.push((await person.command('score_titulo', { titulo: '#862' })).latencyMs);
    times.echo.push((await other.command('eco')).latencyMs);
  }
  await Promise.all([app.close(), client.destroy()]);
  await Promise.all([ours.close(), echo.close()]);
  const [a, b] = [figuresOf(times.ours.slice(50)), figuresOf(times.echo.slice(50))];
  console.log(
    table([
      ['through local-discord', 'median ms', 'p99 ms'],
      ['/score_titulo', ms(a.median), ms(a.p99)],
      ['echo bot', ms(b.median), ms(b.p99)],
      ['ratio', (a.median / b.median).toFixed(2), (a.p99 / b.p99).toFixed(2)],
    ]),
  );
  return [
    { what: `at most ${BARS.overEcho} ms over an echo bot`, holds: a.median - b.median <= BARS.overEcho },
  ];
}

const state = mkdtempSync(join(tmpdir(), 'filmoteca-bench-'));
try {
  const { catalogue } = await openFullData();
  const log = pino({ level: 'silent' });
  const app = createApp({ ...readShellConfig(process.env), STATE_DIR: state }, { catalogue, log });
  const all = await lookUps(catalogue, CALLS);
  const bars = [
    ...(await measureCommands(app, all)),
    ...(await measureMemory(app, all)),
    ...(await measureWire(app)),
  ];
  await catalogue.close();
  judge(bars);
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  // Everything that is still open would keep the process alive.
  process.exit(1);
} finally {
  rmSync(state, { recursive: true });
}
