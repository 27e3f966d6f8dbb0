import { Writable } from 'node:stream';
import { inject } from 'vitest';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '#local-discord';
import { createApp } from '../../bin/create-app.ts';
import { openapiValidator } from '../../local-discord/test/openapi-validator.ts';
import type { Bot } from '../../src/bot/bot.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { Command, Operators } from '../../src/command/command.ts';
import type { Watch } from '../../src/contract/watch.ts';
import { createLogTo } from '../../src/lib/log.ts';
import { createTokenBuckets } from '../../src/lib/token-bucket.ts';
import type { Reload } from '../../src/reload/reload.ts';
import type { Store } from '../../src/store/store.ts';
import { afterTest } from './endings.ts';
import { openTestStore } from './open-store.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

export interface TestBot {
  discord: LocalDiscord;
  bot: Bot;
  catalogue: Catalogue;
  store: Store;
  reload: Reload;
  /** The lines of the log so far. */
  logged: string[];
}

export interface TestBotOptions {
  commands?: readonly Command[];
  discord?: LocalDiscord;
  /** How many commands a person may give at once: by default 1000. */
  capacity?: number;
  /** A folder of versions that belongs to the test. By default the sample, which all tests share. */
  folder?: string;
  /** The folder of raw files that a reload reads. */
  rawFolder?: string;
  operators?: Operators;
  /** The folder in which long jobs are noted; by default none. */
  jobsFolder?: string;
  guildId?: string;
  options?: LocalDiscordOptions;
  clock?: () => number;
  documentsUrl?: string;
  /** By default a new one. */
  store?: Store;
  watch?: Watch;
}

/** A Discord that is closed after the test. It also checks what the bot sends against Discord's OpenAPI description. */
export async function openDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({
    botName: 'Filmoteca',
    guildName: 'Filmoteca',
    validate: openapiValidator(),
    ...options,
  });
  afterTest(() => discord.close());
  return discord;
}

const nobody: Operators = { ids: new Set(), guildId: undefined };

/** The real bot with the sample, on a new Discord or a given one; closed after the test. */
export async function startTestBot(options: TestBotOptions = {}): Promise<TestBot> {
  const { capacity = 1000, clock = Date.now, operators = nobody } = options;
  const discord = options.discord ?? (await openDiscord(options.options));
  const store = options.store ?? (await openTestStore(undefined, afterTest));
  const logged: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const app = createApp(
    { PARQUET_DIR: options.folder ?? inject('sampleParquet'), DOCUMENTS_URL: options.documentsUrl },
    {
      commands: options.commands,
      catalogue: options.folder === undefined ? await sampleCatalogue() : undefined,
      store,
      clock,
      log: createLogTo(stream, 'info'),
      rawFolder: options.rawFolder,
    },
  );
  afterTest(app.close);
  const { token, api } = discord;
  const { guildId: devGuildId, jobsFolder, watch } = options;
  const limits = createTokenBuckets({ capacity, perSecond: 1, clock });
  const bot = await app.startBot({ token, api, devGuildId, jobsFolder }, { limits, operators, watch });
  const [catalogue, reload] = await Promise.all([app.catalogue(), app.reload()]);
  return { discord, bot: { ...bot, stop: app.close }, catalogue, store, reload, logged };
}
