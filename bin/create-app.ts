import { dirname, join } from 'node:path';
import type { Bot, BotOptions } from '../src/bot/bot.ts';
import type { BotParts } from '../src/bot/context.ts';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Charts } from '../src/charts/charts.ts';
import type { Command, Deps } from '../src/command/command.ts';
import { offlineCall, offlineServices } from '../src/command/offline.ts';
import type { Language, Reply } from '../src/contract/call.ts';
import type { HttpOptions, HttpParts } from '../src/http/parts.ts';
import type { Http } from '../src/http/serve.ts';
import type { Config } from '../src/lib/config.ts';
import { createLog, type Log } from '../src/lib/log.ts';
import { createTokenBuckets } from '../src/lib/token-bucket.ts';
import { openLiveCatalogue } from '../src/reload/live-version.ts';
import type { Reload } from '../src/reload/reload.ts';
import { readCall } from '../src/slash/read-call.ts';
import { storeLocation } from '../src/store/location.ts';
import type { StateLock } from '../src/store/state-lock.ts';
import type { Store } from '../src/store/store.ts';
import { createParts } from './parts.ts';

/** The folder of the data, and whatever else the parts in use read from the environment. */
export type AppConfig = Partial<Config> & Pick<Config, 'PARQUET_DIR'>;

/** Replacements for the app's own parts. The app does not close them. */
export interface Overrides {
  commands?: readonly Command[] | undefined;
  catalogue?: Catalogue | undefined;
  store?: Store | undefined;
  charts?: Charts | undefined;
  clock?: (() => number) | undefined;
  random?: (() => number) | undefined;
  log?: Log | undefined;
  /** The folder of the raw files that a reload reads; by default the ETL's own choice. */
  rawFolder?: string | undefined;
  /** Called while DuckDB loads the data, and the main thread has nothing to do. */
  onLoading?: (() => void) | undefined;
}

/** The input of a call outside Discord. */
export interface OfflineInput {
  subcommand?: string | undefined;
  options?: Record<string, unknown>;
  language?: Language;
  /** Whether films for adults may be shown. */
  adult?: boolean;
}

/** The bot's parts, wired. Each is opened when it is first used. If one cannot be opened, the others are closed. */
export interface App {
  catalogue(): Promise<Catalogue>;
  store(): Promise<Store>;
  charts(): Promise<Charts>;
  reload(): Promise<Reload>;
  /**
   * Locks the folder of the SQLite store for this process; `undefined` if the store is a PostgreSQL, which processes share.
   * `url` is the address of the page. Throws one line if another process has the folder.
   */
  lock(url?: string): Promise<StateLock | undefined>;
  /** Runs `work` over one snapshot of the data, outside Discord, for at most 10 s. */
  offline<Result>(work: (deps: Deps) => Promise<Result>): Promise<Result>;
  /** A command's reply outside Discord. Throws UserError. */
  run(command: Command, input?: OfflineInput): Promise<Reply>;
  /** Serves HTTP as the configuration says. Throws one line if the port cannot be opened. */
  startHttp(options?: Partial<HttpOptions>, parts?: Partial<HttpParts>): Promise<Http>;
  /** Logs in, by default as the configuration says. The HTTP server, if it runs, reports on the bot's work. */
  startBot(options?: BotOptions, parts?: Partial<BotParts>): Promise<Bot>;
  /** Follows `current` on the disk, and at SIGHUP if `hangUp`. */
  followCurrent(options?: { hangUp?: boolean }): Promise<void>;
  /** Calls `close` when the app closes, before everything that is open already. */
  onClose(close: () => unknown): void;
  /** Closes what is open, in reverse order, once. */
  close(): Promise<void>;
}

/** How long a call outside Discord may read, in ms. */
const OFFLINE_MS = 10_000;

/** The composition root. Opens nothing yet; overrides replace single parts in tests and benchmarks. */
export function createApp(config: AppConfig, overrides: Overrides = {}): App {
  const { clock = Date.now, random = Math.random, log = createLog(config.LOG_LEVEL ?? 'info') } = overrides;
  const { open, lazy, onClose, close } = createParts();
  const part = <Part>(
    override: Part | undefined,
    openPart: () => Promise<Part>,
    closePart: (part: Part) => unknown,
  ) => (override === undefined ? lazy(openPart, closePart) : async () => override);
  let http: Http | undefined;

  const catalogue = part(
    overrides.catalogue,
    () => openLiveCatalogue(config.PARQUET_DIR, log, overrides.onLoading),
    (opened) => opened.close(),
  );
  const store = part(
    overrides.store,
    async () => (await import('../src/store/store.ts')).openStore(locationOf(config)),
    (opened) => opened.close(),
  );
  const charts = part(
    overrides.charts,
    async () => (await import('../src/charts/charts.ts')).createCharts(),
    (opened) => opened.close(),
  );
  const reload = lazy(
    async () => {
      const { createReload } = await import('../src/reload/reload.ts');
      const { PARQUET_DIR: folder } = config;
      return createReload({
        catalogue: await catalogue(),
        folder,
        rawFolder: overrides.rawFolder,
        clock,
        log,
      });
    },
    (opened) => opened.close(),
  );

  const common = async () => {
    const [films, picks] = await Promise.all([catalogue(), store()]);
    const commands = overrides.commands ?? (await import('../commands/index.ts')).allCalls;
    return {
      commands: new Map(commands.map((command) => [command.data.name, command])),
      catalogue: films,
      store: picks,
      charts: await charts(),
      clock,
      log,
    };
  };

  const offline: App['offline'] = async (work) => {
    const services = { ...offlineServices, charts: await charts(), clock, random, log };
    const read = (snapshot: Deps['catalogue']) => work({ ...services, catalogue: snapshot });
    return (await catalogue()).read(AbortSignal.timeout(OFFLINE_MS), read);
  };

  return {
    catalogue,
    store,
    charts,
    reload,
    offline,
    async lock(url) {
      const location = locationOf(config);
      if (!('file' in location)) return undefined;
      const { lockState } = await import('../src/store/state-lock.ts');
      const lock = lockState(dirname(location.file), url);
      onClose(lock.release);
      return lock;
    },
    async run(command, { subcommand, options = {}, language = 'es', adult = false } = {}) {
      const checked = readCall(command, { subcommand, options }, language);
      const call = { ...offlineCall, ...checked, language, adult, at: clock() };
      return offline((deps) => command.execute(call, deps));
    },
    startHttp: (options, parts) =>
      open(
        async () => {
          const { startHttp } = await import('../src/http/serve.ts');
          const limits = createTokenBuckets({ capacity: 120, perSecond: 20, clock });
          http = await startHttp(
            { ...(await common()), limits, ...parts },
            {
              port: config.PORT ?? 0,
              host: config.HOST ?? '127.0.0.1',
              metricsToken: config.METRICS_TOKEN,
              proxies: config.TRUST_PROXY ?? 0,
              ...options,
            },
          );
          return http;
        },
        (server) => server.stop(),
      ),
    startBot: (options = botOptions(config), parts = {}) =>
      open(
        async () => {
          const { startBot } = await import('../src/bot/bot.ts');
          return startBot(
            {
              ...(await common()),
              random,
              reload: await reload(),
              operators: { ids: new Set(config.ADMIN_IDS), guildId: config.ADMIN_GUILD_ID },
              limits: createTokenBuckets({ capacity: 8, perSecond: 1, clock }),
              documentsUrl: config.DOCUMENTS_URL,
              watch: http?.watch,
              ...parts,
            },
            options,
          );
        },
        async (bot) => {
          // A run of the ETL ends first: the bot waits for the answers that report on it.
          await (await reload()).close();
          await bot.stop();
        },
      ),
    async followCurrent(options) {
      const { followCurrent } = await import('../src/reload/live-version.ts');
      onClose(followCurrent(await reload(), options));
    },
    onClose,
    close,
  };
}

const botOptions = (config: AppConfig): BotOptions => ({
  token: config.DISCORD_TOKEN ?? '',
  api: config.DISCORD_API,
  devGuildId: config.DEV_GUILD_ID,
  shards: config.SHARDS,
  jobsFolder: config.STATE_DIR && join(config.STATE_DIR, 'jobs'),
});

/** Loads the bot's code, which takes most of a second, before it is needed. A failure shows when the code is used. */
export function preloadBot(): void {
  const code = [
    import('../commands/index.ts'),
    import('../src/bot/bot.ts'),
    import('../src/charts/charts.ts'),
    import('../src/reload/live-version.ts'),
    import('../src/reload/reload.ts'),
  ];
  void Promise.all(code).catch(() => undefined);
}

function locationOf({ STATE_DIR: folder, ...config }: AppConfig) {
  if (folder === undefined) throw new Error('the store needs STATE_DIR');
  return storeLocation({ ...config, STATE_DIR: folder });
}
