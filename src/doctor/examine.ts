import { readConfig } from '../config.ts';
import { storeLocation } from '../store/location.ts';
import { checkData } from './check-data.ts';
import { checkDiscord } from './check-discord.ts';
import { checkDisk } from './check-disk.ts';
import { checkStore } from './check-store.ts';
import type { Finding, World } from './finding.ts';
import type { DoctorWords } from './words.ts';

const DISCORD = 'https://discord.com/api';

/** Checks everything that the bot stands on, as this environment says it is. No finding holds a secret. */
export async function* examine(
  environment: NodeJS.ProcessEnv,
  { clock, freeBytes }: World,
  words: DoctorWords,
): AsyncGenerator<Finding> {
  let config: ReturnType<typeof readConfig>;
  try {
    config = readConfig(environment);
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    yield { check: 'environment', level: 'bad', says };
    return;
  }
  const { DISCORD_TOKEN: token, DISCORD_API: api = DISCORD, PARQUET_DIR, STATE_DIR, SHARDS: shards } = config;
  if (token === undefined) yield { check: 'token', level: 'warning', says: words.tokenNone };
  else yield* checkDiscord({ token, api, shards }, clock, words);
  yield checkData(PARQUET_DIR, clock, words);
  const location = storeLocation(config);
  yield checkStore(location, clock, words);
  yield checkDisk('file' in location ? [PARQUET_DIR, STATE_DIR] : [PARQUET_DIR], { freeBytes }, words);
}
