import { isatty } from 'node:tty';
import { config as loadDotenv } from 'dotenv';
import type { Logger } from 'pino';
import { type Config, describeUnknown, readConfig, variables } from '../src/lib/config.ts';
import { createLog, createLogTo, createNotices, type Notices } from '../src/lib/log.ts';
import { firstSignal } from '../src/lib/process.ts';
import { publishFirstData } from '../src/reload/etl-process.ts';
import { type App, createApp, preloadBot } from './create-app.ts';

async function main(): Promise<void> {
  loadDotenv({ quiet: true });
  const unknown = describeUnknown(process.env, variables);
  if (unknown !== undefined) console.error(unknown);
  const config = readConfig(process.env);
  const { log, notices } = openLog(config);
  const inTerminal = [0, 1, 2].some((fd) => isatty(fd));
  // Node resets the SIGHUP handler that nohup sets: without this, a SIGHUP during the start would end the process.
  if (!inTerminal) process.on('SIGHUP', () => undefined);
  const app = createApp(config, { log, onLoading: preloadBot });
  let hungUp = false;
  try {
    hungUp = (await run(app, config, { log, notices, inTerminal })) === 'hung up';
  } finally {
    await app.close();
  }
  if (hungUp) {
    // A normal exit of Node aborts if the terminal is gone, because Node cannot reset the terminal's modes.
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  }
}

/** Opens everything and waits until the bot has to leave. */
async function run(
  app: App,
  config: Config,
  { log, notices, inTerminal }: { log: Logger; notices: Notices | undefined; inTerminal: boolean },
): Promise<'left' | 'hung up'> {
  const { DISCORD_TOKEN: token, PAGE_PORT: port } = config;
  const lock = await app.lock(token === undefined && port > 0 ? `http://127.0.0.1:${port}` : undefined);
  await publishFirstData(config.PARQUET_DIR);
  await Promise.all([app.catalogue(), app.store()]);
  // Without a token, in a terminal, SIGHUP ends the bot instead of reloading data: the terminal was closed.
  const terminal = token === undefined && inTerminal;
  await app.followCurrent({ hangUp: !terminal });
  if (config.PORT !== undefined) log.info({ at: (await app.startHttp()).url }, 'http');
  if (notices !== undefined) {
    const { runLocally } = await import('./run-locally.ts');
    return runLocally(app, config, { terminal, notices, onOpen: (url) => lock?.note(url) });
  }
  const bot = await app.startBot();
  log.info({ name: bot.name, signal: await Promise.race([firstSignal(), bot.lost]) }, 'leaving');
  return 'left';
}

/** The log. Without a token it writes one line an entry, for the person at the terminal. */
function openLog({ DISCORD_TOKEN: token, LOG_LEVEL: level }: Config): { log: Logger; notices?: Notices } {
  if (token !== undefined) return { log: createLog(level ?? 'info') };
  const notices = createNotices(console.error, { stacks: level === 'debug' });
  return { log: createLogTo(notices, level ?? 'warn'), notices };
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'TokenInvalid') {
    return 'Discord refused DISCORD_TOKEN. Copy it again from the developer portal: your application, Bot, Reset Token.';
  }
  return process.env.LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : error.message;
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
