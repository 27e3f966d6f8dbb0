import { config as loadDotenv } from 'dotenv';
import { allCalls } from '../commands/index.ts';
import { openCatalogue } from './catalogue/catalogue.ts';
import { createCharts } from './charts/charts.ts';
import { readConfig } from './config.ts';
import { publishFirstData } from './first-data.ts';
import { firstSignal } from './lib/first-signal.ts';
import { createTokenBuckets } from './lib/token-bucket.ts';
import { createLog } from './log.ts';
import { storeLocation } from './store/location.ts';
import { openStore } from './store/store.ts';

/** The composition root: configuration -> data -> catalogue and store -> bot. */
async function main(): Promise<void> {
  loadDotenv({ quiet: true });
  const config = readConfig(process.env);
  const { DISCORD_TOKEN: token } = config;
  const log = createLog(config.LOG_LEVEL ?? (token === undefined ? 'warn' : 'info'), {
    quiet: token === undefined,
  });
  await publishFirstData(config.PARQUET_DIR);
  // discord.js takes half a second to load: it does so while the catalogue is read.
  const [catalogue, store, { startBot }, { runLocally }] = await Promise.all([
    openCatalogue(config.PARQUET_DIR),
    openStore(storeLocation(config)),
    import('./bot/bot.ts'),
    import('./run-locally.ts'),
  ]);
  const charts = createCharts();
  const parts = {
    commands: new Map(allCalls.map((command) => [command.data.name, command])),
    catalogue,
    charts,
    store,
    limits: createTokenBuckets({ capacity: 8, perSecond: 1, clock: Date.now }),
    clock: Date.now,
    random: Math.random,
    log,
    documentsUrl: config.DOCUMENTS_URL,
  };
  if (token === undefined) {
    await runLocally(parts);
  } else {
    const { DISCORD_API: api, DEV_GUILD_ID: devGuildId } = config;
    const bot = await startBot(parts, { token, devGuildId, api });
    log.info({ name: bot.name, signal: await firstSignal() }, 'leaving');
    await bot.stop();
  }
  await charts.close();
  await catalogue.close();
  await store.close();
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
