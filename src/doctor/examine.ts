import { dirname } from 'node:path';
import { type Config, describeUnknown, readConfig, variables } from '../lib/config.ts';
import { storeLocation } from '../store/location.ts';
import { findHolder, type Holder } from '../store/state-lock.ts';
import { checkDiscord } from './check-discord.ts';
import {
  checkData,
  checkDisk,
  checkHealth,
  checkPort,
  checkProcess,
  checkStore,
  type Port,
} from './checks.ts';
import { type DoctorEffects, type Finding, reasonOf } from './finding.ts';
import type { DoctorText } from './text.ts';

const DISCORD = 'https://discord.com/api';

/** Checks everything that the bot needs, as this environment configures it. No finding contains a secret. */
export async function* examine(
  environment: NodeJS.ProcessEnv,
  { clock, freeBytes }: DoctorEffects,
  text: DoctorText,
): AsyncGenerator<Finding> {
  const unknown = describeUnknown(environment, variables);
  if (unknown !== undefined)
    yield { check: 'environment', level: 'warning', message: unknown[text.language] };
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    yield { check: 'environment', level: 'bad', message: reasonOf(error, text) };
    return;
  }
  const { DISCORD_TOKEN: token, DISCORD_API: api = DISCORD, PARQUET_DIR, SHARDS: shards } = config;
  let applicationId: string | undefined;
  if (token === undefined) yield { check: 'token', level: 'warning', message: text.tokenNone };
  else applicationId = yield* checkDiscord({ token, api, shards }, clock, text);
  yield checkData(PARQUET_DIR, clock, text);
  const location = storeLocation(config);
  yield checkStore(location, applicationId, clock, text);
  const folder = 'file' in location ? dirname(location.file) : undefined;
  yield checkDisk(folder === undefined ? [PARQUET_DIR] : [PARQUET_DIR, folder], { freeBytes }, text);
  const holder = folder === undefined ? undefined : yield* checkFolder(folder, text);
  yield* checkPorts(config, holder !== undefined, text);
}

/** Returns the process that has locked the folder, if there is one. */
async function* checkFolder(folder: string, text: DoctorText): AsyncGenerator<Finding, Holder | undefined> {
  try {
    const holder = findHolder(folder);
    yield checkProcess(folder, holder, text);
    return holder;
  } catch (error) {
    yield { check: 'process', level: 'bad', message: reasonOf(error, text) };
    return undefined;
  }
}

async function* checkPorts(config: Config, running: boolean, text: DoctorText): AsyncGenerator<Finding> {
  for (const port of portsOf(config)) {
    const health = port.variable === 'PORT' ? await checkHealth(port, text) : undefined;
    yield checkPort(port, running || health !== undefined, text);
    if (health !== undefined) yield health;
  }
}

/** The ports that a start would open; a port that the system chooses is left out. */
function portsOf({ DISCORD_TOKEN: token, PORT, HOST, PAGE_PORT }: Config): Port[] {
  return [
    ...(PORT === undefined ? [] : [{ variable: 'PORT', port: PORT, host: HOST }]),
    ...(token === undefined && PAGE_PORT > 0
      ? [{ variable: 'PAGE_PORT', port: PAGE_PORT, host: '127.0.0.1' }]
      : []),
  ];
}
