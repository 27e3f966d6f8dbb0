import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, afterEach, inject } from 'vitest';
import { allCalls } from '../../commands/index.ts';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '../../local-discord/index.ts';
import { type Bot, startBot } from '../../src/bot/bot.ts';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { createCharts } from '../../src/charts/charts.ts';
import type { Command } from '../../src/command.ts';
import { createTokenBuckets } from '../../src/lib/token-bucket.ts';
import { createLogTo } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { openapiJudge } from '../local-discord/openapi-judge.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

export interface LiveBot {
  discord: LocalDiscord;
  bot: Bot;
  catalogue: Catalogue;
  store: Store;
  /** The log's lines so far, as they are written. */
  logged: string[];
}

export interface Stage {
  commands?: readonly Command[];
  discord?: LocalDiscord;
  capacity?: number;
  guildId?: string;
  options?: LocalDiscordOptions;
  clock?: () => number;
  documentsUrl?: string;
  /** By default one of its own. */
  store?: Store;
}

/** A Discord that goes away after the test; what the bot sends is held against Discord's own description too. */
export async function openDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ judge: openapiJudge(), ...options });
  opened.push(() => discord.close());
  return discord;
}

/** The sample as the bot has it, opened once for a file's tests: nothing they do changes it. */
let shared: Promise<Catalogue> | undefined;
afterAll(async () => (await shared)?.close());

/** The real bot with the sample on a Discord of its own (or on one that is there); gone after the test. */
export async function goLive(stage: Stage = {}): Promise<LiveBot> {
  const { commands = allCalls, capacity = 1000, guildId, clock = Date.now } = stage;
  const discord = stage.discord ?? (await openDiscord(stage.options));
  shared ??= openCatalogue(inject('sampleParquet'));
  const catalogue = await shared;
  const charts = createCharts();
  opened.push(() => charts.close());
  const store =
    stage.store ?? (await openStore({ file: join(mkdtempSync(join(tmpdir(), 'filmoteca-')), 'test.db') }));
  if (stage.store === undefined) opened.push(() => store.close());
  const logged: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const parts = {
    commands: new Map(commands.map((command) => [command.data.name, command])),
    catalogue,
    charts,
    store,
    limits: createTokenBuckets({ capacity, perSecond: 1, clock }),
    clock,
    random: Math.random,
    log: createLogTo(stream, 'info'),
    documentsUrl: stage.documentsUrl,
  };
  const bot = await startBot(parts, { token: discord.token, api: discord.api, devGuildId: guildId });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= bot.stop();
    return stopped;
  };
  opened.push(stop);
  return { discord, bot: { ...bot, stop }, catalogue, store, logged };
}
