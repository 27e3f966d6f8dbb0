import { Writable } from 'node:stream';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '#local-discord';
import { createApp } from '../src/app/create-app.ts';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Command } from '../src/command/command.ts';
import { offlineServices } from '../src/command/offline.ts';
import { createLogTo } from '../src/lib/log.ts';
import { createTokenBuckets } from '../src/lib/token-bucket.ts';
import { openStore, type Store, type StoreLocation } from '../src/store/store.ts';
import type { Ground } from './fault.ts';

export interface StageOptions {
  discord?: LocalDiscordOptions;
  commands?: readonly Command[];
  /** One of the stage's own, which is closed with it. */
  store?: StoreLocation;
  clock?: () => number;
  /** One of the stage's own, which is closed with it. */
  catalogue?: Catalogue;
  /** Called before the bot comes. */
  before?(discord: LocalDiscord): void;
  /** Commands that a person may give at once: by default no limit. */
  capacity?: number;
}

/** The real bot on a Discord of its own. */
export interface Stage {
  discord: LocalDiscord;
  store: Store;
  /** The log's errors and warnings, the last thousand. */
  errors: string[];
  /** Stops everything, in the order of the bot itself. */
  close(): Promise<void>;
}

export async function openStage(ground: Ground, options: StageOptions = {}): Promise<Stage> {
  const { commands, clock = Date.now, capacity = 1e9 } = options;
  const catalogue = options.catalogue ?? ground.catalogue;
  const store = options.store === undefined ? ground.store : await openStore(options.store);
  const discord = await startLocalDiscord({ deadlineMs: ground.deadlineMs, ...options.discord });
  options.before?.(discord);
  const errors: string[] = [];
  const log = createLogTo(keep(errors), 'warn');
  const { parquet: PARQUET_DIR, random } = ground;
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
      if (store !== ground.store) await store.close();
    },
  };
}

function keep(lines: string[]): Writable {
  return new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      if (lines.length > 1000) lines.shift();
      done();
    },
  });
}
