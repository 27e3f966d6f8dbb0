import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Client, GatewayIntentBits } from 'discord.js';
import { pino } from 'pino';
import { type App, createApp } from '../bin/create-app.ts';
import { commands } from '../commands/index.ts';
import { UserError } from '../src/contract/call.ts';
import { readShellConfig } from '../src/lib/config.ts';
import { createTokenBuckets } from '../src/lib/token-bucket.ts';
import { type CommandCalls, lookupCalls } from './command-calls.ts';
import { openFullData } from './full-data.ts';
import { percentilesOf, residentMb, timeEach } from './measure.ts';
import { ms, runBenchmark, type Target, table } from './report.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** `npm run bench:commands`: latency of every look-up command on the full data, memory, and the way through Discord. */
const CALLS = 400;
const MIXED_CALLS = 10_000;
const LIMITS = { median: 5, p99: 20, overEcho: 3, residentMb: 600, blocked: 20 };
/** Limits of a command that draws a picture. */
const DRAWN_LIMITS = { ...LIMITS, median: 250, p99: 250 };

/** Runs a command as the bot does. A UserError counts as an answer. */
async function call(app: App, name: string, options: Record<string, string | number>): Promise<unknown> {
  const [root, subcommand] = name.split(' ');
  const command = commands.find(({ data }) => data.name === root);
  if (command === undefined) throw new Error(`no command ${name}`);
  try {
    return await app.run(command, { subcommand, options });
  } catch (error) {
    if (error instanceof UserError) return error.reply;
    throw error;
  }
}

/** Measures every command, one call at a time: latency, and how long the event loop is blocked. */
async function measureCommands(
  app: App,
  all: readonly CommandCalls[],
  limits: typeof LIMITS,
): Promise<Target[]> {
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const [command, calls] of all) {
    const jobs = calls.map((options) => () => call(app, command, options));
    const count = Object.keys(calls[0] ?? {}).length;
    const name = count > 1 ? `${command} with ${count} options` : command;
    await timeEach(jobs.slice(0, 50));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const figures = percentilesOf(await timeEach(jobs));
    delay.disable();
    const blocked = Math.max(0, delay.max / 1e6 - 1);
    rows.push([`/${name}`, ms(figures.median), ms(figures.p99), ms(figures.max), ms(blocked)]);
    targets.push({
      name: `/${name} median at most ${limits.median} ms`,
      isMet: figures.median <= limits.median,
    });
    targets.push({ name: `/${name} p99 at most ${limits.p99} ms`, isMet: figures.p99 <= limits.p99 });
    targets.push({
      name: `/${name} blocks the event loop for at most ${LIMITS.blocked} ms`,
      isMet: blocked <= LIMITS.blocked,
    });
  }
  console.log(table([['one at a time', 'median ms', 'p99 ms', 'max ms', 'loop blocked ms'], ...rows]));
  return targets;
}

async function measureMemory(app: App, all: readonly CommandCalls[]): Promise<Target[]> {
  const before = residentMb();
  for (let index = 0; index < MIXED_CALLS; index++) {
    const [name, calls] = all[index % all.length] ?? ['ayuda', []];
    await call(app, name, calls[(index * 7) % calls.length] ?? {});
  }
  const after = residentMb();
  console.log(
    table([
      ['resident memory', 'MB'],
      ['loaded', before.toFixed(0)],
      [`after ${MIXED_CALLS} mixed calls`, after.toFixed(0)],
    ]),
  );
  return [
    {
      name: `resident at most ${LIMITS.residentMb} MB after ${MIXED_CALLS} calls`,
      isMet: after <= LIMITS.residentMb,
    },
  ];
}

/** Measures from command to first answer through local-discord, in turn with an echo bot. */
async function measureDiscord(app: App): Promise<Target[]> {
  // Imported only now: its memory must not count in measureMemory.
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
  const [person, echoPerson] = [ours.person({ name: 'Ana' }), echo.person({ name: 'Ana' })];
  const times = { ours: [] as number[], echo: [] as number[] };
  for (let turn = 0; turn < CALLS; turn++) {
    times.ours.push((await person.command('score_titulo', { titulo: '#862' })).latencyMs);
    times.echo.push((await echoPerson.command('eco')).latencyMs);
  }
  await Promise.all([app.close(), client.destroy()]);
  await Promise.all([ours.close(), echo.close()]);
  const [a, b] = [percentilesOf(times.ours.slice(50)), percentilesOf(times.echo.slice(50))];
  console.log(
    table([
      ['through local-discord', 'median ms', 'p99 ms'],
      ['/score_titulo', ms(a.median), ms(a.p99)],
      ['echo bot', ms(b.median), ms(b.p99)],
      ['ratio', (a.median / b.median).toFixed(2), (a.p99 / b.p99).toFixed(2)],
    ]),
  );
  return [
    { name: `at most ${LIMITS.overEcho} ms over an echo bot`, isMet: a.median - b.median <= LIMITS.overEcho },
  ];
}

await runBenchmark(() =>
  withTemporaryFolder(async (folder) => {
    const { catalogue } = await openFullData();
    const log = pino({ level: 'silent' });
    const app = createApp({ ...readShellConfig(process.env), STATE_DIR: folder }, { catalogue, log });
    const { calls, drawn } = await lookupCalls(catalogue, CALLS);
    const targets = [
      ...(await measureCommands(app, calls, LIMITS)),
      ...(await measureCommands(app, drawn, DRAWN_LIMITS)),
      ...(await measureMemory(app, calls)),
      ...(await measureDiscord(app)),
    ];
    await catalogue.close();
    return targets;
  }),
);
