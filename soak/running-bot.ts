import { Writable } from 'node:stream';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '#local-discord';
import { lookUp } from '../bench/replies.ts';
import { createApp } from '../bin/create-app.ts';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Command } from '../src/command/command.ts';
import { offlineServices } from '../src/command/offline.ts';
import { createLogTo } from '../src/lib/log.ts';
import { createTokenBuckets } from '../src/lib/token-bucket.ts';
import { openStore, type Store, type StoreLocation } from '../src/store/store.ts';
import { outcomeOf, waitForRecovery } from './calls.ts';
import { type FaultSession, type Outcome, repeat, type SoakContext } from './fault.ts';

export interface BotOptions {
  discord?: LocalDiscordOptions;
  commands?: readonly Command[];
  /** A separate store, closed with the bot. The default is the store of the context. */
  store?: StoreLocation;
  clock?: () => number;
  /** A separate catalogue, closed with the bot. The default is the catalogue of the context. */
  catalogue?: Catalogue;
  /** Called before the bot connects. */
  beforeStart?(discord: LocalDiscord): void;
  /** Rate limit: commands of one person at once. By default there is no limit. */
  capacity?: number;
}

/** The bot in this process, connected to its own local Discord. */
export interface RunningBot {
  discord: LocalDiscord;
  store: Store;
  /** The last thousand errors and warnings in the log. */
  errors: string[];
  /** Stops the bot, then closes what was opened for it. */
  close(): Promise<void>;
}

export async function openBot(context: SoakContext, options: BotOptions = {}): Promise<RunningBot> {
  const { commands, clock = Date.now, capacity = 1e9 } = options;
  const catalogue = options.catalogue ?? context.catalogue;
  const store = options.store === undefined ? context.store : await openStore(options.store);
  const discord = await startLocalDiscord({ deadlineMs: context.deadlineMs, ...options.discord });
  options.beforeStart?.(discord);
  const errors: string[] = [];
  const log = createLogTo(keepLast(errors), 'warn');
  const { parquet: PARQUET_DIR, random } = context;
  const app = createApp({ PARQUET_DIR }, { commands, catalogue, store, clock, random, log });
  const limits = createTokenBuckets({ capacity, perSecond: capacity, clock });
  const { reload, operators } = offlineServices;
  await app.startBot({ token: discord.token, api: discord.api }, { limits, reload, operators });
  return {
    discord,
    store,
    errors,
    async close() {
      await app.close();
      await Promise.all([options.catalogue?.close(), discord.close()]);
      if (store !== context.store) await store.close();
    },
  };
}

function keepLast(lines: string[]): Writable {
  return new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      if (lines.length > 1000) lines.shift();
      done();
    },
  });
}

/** Injects a fault once. Calls `lookUpMeanwhile` in the middle of it. */
type Injection = (bot: RunningBot, lookUpMeanwhile: () => Promise<Outcome>) => Promise<Outcome>;

/**
 * A session with the running bot. During each injection three people look something up. The bot has recovered when a
 * lookup is answered as usual.
 */
export async function openBotSession(
  context: SoakContext,
  options: BotOptions,
  inject: Injection,
): Promise<FaultSession> {
  const bot = await openBot(context, options);
  const { discord } = bot;
  const ana = discord.person({ name: 'Ana' });
  const people = [ana, discord.person({ name: 'Beto' }), discord.person({ name: 'Carla' })];
  // The first answers after a start can be late on a busy machine.
  await waitForRecovery(() => lookUp(ana));
  const injectOnce = async () => {
    const start = performance.now();
    const outcome = await inject(bot, () => outcomeOf(discord, people.map(lookUp)));
    await waitForRecovery(() => lookUp(ana));
    return { ...outcome, injected: 1, recoveries: [performance.now() - start] };
  };
  return {
    inject: (times) => repeat(times, injectOnce),
    async close() {
      await bot.close();
      return {};
    },
  };
}
