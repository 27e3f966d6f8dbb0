import { Writable } from 'node:stream';
import { inject } from 'vitest';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '#local-discord';
import { allCalls } from '../../commands/index.ts';
import { openapiJudge } from '../../local-discord/test/openapi-judge.ts';
import { type Bot, startBot } from '../../src/bot/bot.ts';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { createCharts } from '../../src/charts/charts.ts';
import type { Command, Operators } from '../../src/command/command.ts';
import type { Watch } from '../../src/contract/watch.ts';
import { createLogTo } from '../../src/lib/log.ts';
import { createTokenBuckets } from '../../src/lib/token-bucket.ts';
import { createReload, type Reload } from '../../src/reload/reload.ts';
import type { Store } from '../../src/store/store.ts';
import { afterTest } from './endings.ts';
import { openTestStore } from './open-store.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

export interface LiveBot {
  discord: LocalDiscord;
  bot: Bot;
  catalogue: Catalogue;
  store: Store;
  reload: Reload;
  /** The log's lines so far, as they are written. */
  logged: string[];
}

export interface Stage {
  commands?: readonly Command[];
  discord?: LocalDiscord;
  capacity?: number;
  /** Data of the test's own: a folder of versions. By default the sample, which all share. */
  folder?: string;
  /** Where the ETL of a reload finds its raw files. */
  rawFolder?: string;
  operators?: Operators;
  /** Where long jobs are noted; by default nowhere. */
  jobsFolder?: string;
  guildId?: string;
  options?: LocalDiscordOptions;
  clock?: () => number;
  documentsUrl?: string;
  /** By default one of its own. */
  store?: Store;
  watch?: Watch;
}

/** A Discord that goes away after the test; what the bot sends is held against Discord's own description too. */
export async function openDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ judge: openapiJudge(), ...options });
  afterTest(() => discord.close());
  return discord;
}

async function openOwn(folder: string): Promise<Catalogue> {
  const own = await openCatalogue(folder);
  afterTest(() => own.close());
  return own;
}

const nobody: Operators = { ids: new Set(), guildId: undefined };

/** The real bot with the sample on a Discord of its own (or on one that is there); gone after the test. */
export async function goLive(stage: Stage = {}): Promise<LiveBot> {
  const { commands = allCalls, capacity = 1000, guildId, clock = Date.now } = stage;
  const discord = stage.discord ?? (await openDiscord(stage.options));
  const { folder = inject('sampleParquet'), rawFolder, operators = nobody } = stage;
  const catalogue = await (stage.folder === undefined ? sampleCatalogue() : openOwn(stage.folder));
  const charts = createCharts();
  afterTest(() => charts.close());
  const store = stage.store ?? (await openTestStore(undefined, afterTest));
  const logged: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const log = createLogTo(stream, 'info');
  const reload = createReload({ catalogue, folder, rawFolder, clock, log });
  const parts = {
    commands: new Map(commands.map((command) => [command.data.name, command])),
    catalogue,
    charts,
    store,
    limits: createTokenBuckets({ capacity, perSecond: 1, clock }),
    clock,
    random: Math.random,
    reload,
    operators,
    log,
    watch: stage.watch,
    documentsUrl: stage.documentsUrl,
  };
  const { token, api } = discord;
  const bot = await startBot(parts, { token, api, devGuildId: guildId, jobsFolder: stage.jobsFolder });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= reload.close().then(() => bot.stop());
    return stopped;
  };
  afterTest(stop);
  return { discord, bot: { ...bot, stop }, catalogue, store, reload, logged };
}
