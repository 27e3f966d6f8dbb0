import { dirname, join } from 'node:path';
import { isatty } from 'node:tty';
import { config as loadDotenv } from 'dotenv';
import type { Logger } from 'pino';
import type { HttpParts } from '../src/http/parts.ts';
import type { Http } from '../src/http/serve.ts';
import { type Config, readConfig, variables } from '../src/lib/config.ts';
import { firstSignal } from '../src/lib/first-signal.ts';
import { createLog, createLogTo } from '../src/lib/log.ts';
import { createNotices, type Notices } from '../src/lib/notices.ts';
import { settleAll } from '../src/lib/settle-all.ts';
import { createTokenBuckets } from '../src/lib/token-bucket.ts';
import { describeUnknown } from '../src/lib/unknown-variables.ts';
import { publishFirstData } from '../src/reload/first-data.ts';
import { openLiveCatalogue } from '../src/reload/open-live.ts';
import { storeLocation } from '../src/store/location.ts';
import { lockState } from '../src/store/state-lock.ts';
import { openStore } from '../src/store/store.ts';

/** The composition root: configuration -> data -> catalogue and store -> bot. */
async function main(): Promise<void> {
  loadDotenv({ quiet: true });
  const unknown = describeUnknown(process.env, variables);
  if (unknown !== undefined) console.error(unknown);
  const config = readConfig(process.env);
  const { DISCORD_TOKEN: token } = config;
  const { log, notices } = openLog(config);
  const inTerminal = [0, 1, 2].some((fd) => isatty(fd));
  // Node undoes what nohup does: it would end at a SIGHUP while it starts.
  if (!inTerminal) process.on('SIGHUP', () => undefined);
  const place = storeLocation(config);
  // Several processes share a PostgreSQL, never a folder.
  const page = token === undefined && config.PAGE_PORT > 0 ? pageUrl(config.PAGE_PORT) : undefined;
  const lock = 'file' in place ? lockState(dirname(place.file), page) : undefined;
  await publishFirstData(config.PARQUET_DIR);
  // The rest of the code takes most of a second to load: it does so while the engine reads. A process that ends while the
  // store is being opened dies of it.
  let code: ReturnType<typeof loadCode> | undefined;
  const onLoading = () => {
    code ??= loadCode();
  };
  const [catalogue, store] = await settleAll([
    openLiveCatalogue(config.PARQUET_DIR, log, onLoading),
    openStore(place),
  ]);
  const { allCalls, startBot, createCharts, createReload, followCurrent } = await (code ?? loadCode());
  const charts = createCharts();
  const reload = createReload({ catalogue, folder: config.PARQUET_DIR, clock: Date.now, log });
  const parts = {
    commands: new Map(allCalls.map((command) => [command.data.name, command])),
    catalogue,
    charts,
    store,
    reload,
    operators: { ids: new Set(config.ADMIN_IDS), guildId: config.ADMIN_GUILD_ID },
    limits: createTokenBuckets({ capacity: 8, perSecond: 1, clock: Date.now }),
    clock: Date.now,
    random: Math.random,
    log,
    documentsUrl: config.DOCUMENTS_URL,
  };
  // Without a token, in a terminal, SIGHUP ends the bot instead of reloading data: the terminal was closed.
  const terminal = token === undefined && inTerminal;
  const unfollow = followCurrent(reload, { hangUp: !terminal });
  const http = await serveHttp(parts, config);
  const watched = { ...parts, watch: http?.watch };
  let hungUp = false;
  if (notices !== undefined) {
    const { runLocally } = await import('./run-locally.ts');
    const onOpen = (url: string) => lock?.note(url);
    const options = { port: config.PAGE_PORT, terminal, onOpen, notices };
    hungUp = (await runLocally(watched, options)) === 'hung up';
  } else if (token !== undefined) {
    const { DISCORD_API: api, DEV_GUILD_ID: devGuildId, SHARDS: shards } = config;
    const jobsFolder = join(config.STATE_DIR, 'jobs');
    const bot = await startBot(watched, { token, devGuildId, api, shards, jobsFolder });
    log.info({ name: bot.name, signal: await Promise.race([firstSignal(), bot.lost]) }, 'leaving');
    await reload.close();
    await bot.stop();
  }
  unfollow();
  await http?.stop();
  await charts.close();
  await catalogue.close();
  await store.close();
  lock?.release();
  if (hungUp) {
    // A normal exit of Node aborts if the terminal is gone: it cannot reset its modes.
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  }
}

/** The log; without a token it is a line an entry, for the person at the terminal. */
function openLog({ DISCORD_TOKEN: token, LOG_LEVEL: level }: Config): { log: Logger; notices?: Notices } {
  if (token !== undefined) return { log: createLog(level ?? 'info') };
  const notices = createNotices(console.error, { stacks: level === 'debug' });
  return { log: createLogTo(notices, level ?? 'warn'), notices };
}

const pageUrl = (port: number) => `http://127.0.0.1:${port}`;

/** What is not needed to open the data. */
async function loadCode() {
  const [commands, bot, charts, reload, follow] = await Promise.all([
    import('../commands/index.ts'),
    import('../src/bot/bot.ts'),
    import('../src/charts/charts.ts'),
    import('../src/reload/reload.ts'),
    import('../src/reload/follow-current.ts'),
  ]);
  return { ...commands, ...bot, ...charts, ...reload, ...follow };
}

/** Serves HTTP where PORT asks for it, and loads what that needs only then. */
async function serveHttp(parts: Omit<HttpParts, 'limits'>, config: Config): Promise<Http | undefined> {
  if (config.PORT === undefined) return undefined;
  const { startHttp } = await import('../src/http/serve.ts');
  const limits = createTokenBuckets({ capacity: 120, perSecond: 20, clock: parts.clock });
  const http = await startHttp(
    { ...parts, limits },
    {
      port: config.PORT,
      host: config.HOST,
      metricsToken: config.METRICS_TOKEN,
      proxies: config.TRUST_PROXY,
    },
  );
  parts.log.info({ at: http.url }, 'http');
  return http;
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  // What was opened before it failed would keep the process; all that was kept is on the disk.
  process.exit(1);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'TokenInvalid') {
    return 'Discord refused DISCORD_TOKEN. Copy it again from the developer portal: your application, Bot, Reset Token.';
  }
  return process.env.LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : error.message;
}
