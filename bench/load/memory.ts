import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startLocalDiscord } from '#local-discord';
import { startBotProcess } from '../bot-process.ts';
import { table } from '../report.ts';

/** Discord's limit of servers for one shard. */
const SERVERS = 2500;
/** The contents of each server: a community of medium size. */
const FURNITURE = { channels: 30, roles: 20, emojis: 40 };
/** Freed memory takes a while to go back to the system. */
const SETTLE_MS = 3000;

/** Measures the bot's memory with one server, and with one, two and four full shards. Prints the table and the unit costs. */
export async function measureMemory(parquet: string, folder: string): Promise<void> {
  const rows: string[][] = [];
  const measure = async (shards: number, serversAShard: number) => {
    const mb = await residentMbWith({ shards, servers: shards * serversAShard, parquet, folder });
    rows.push([String(shards), String(shards * serversAShard), mb.toFixed(0)]);
    console.log(`${shards} shards, ${shards * serversAShard} servers: ${mb.toFixed(0)} MB`);
    return mb;
  };
  const oneServer = await measure(1, 1);
  const oneShard = await measure(1, SERVERS);
  await measure(2, SERVERS);
  const fourShards = await measure(4, SERVERS);
  const kbAServer = ((oneShard - oneServer) * 1024) / (SERVERS - 1);
  const mbAShard = (fourShards - oneShard) / 3;
  console.log(
    `\n${table([['shards', 'servers', 'resident MB'], ...rows])}\n` +
      `A server costs ${kbAServer.toFixed(1)} KB, a further shard with ${SERVERS} servers ${mbAShard.toFixed(1)} MB ` +
      `(servers of ${FURNITURE.channels} channels, ${FURNITURE.roles} roles, ${FURNITURE.emojis} emojis).\n`,
  );
}

async function residentMbWith({
  shards,
  servers,
  parquet,
  folder,
}: {
  shards: number;
  servers: number;
  parquet: string;
  folder: string;
}): Promise<number> {
  const discord = await startLocalDiscord({ guilds: servers, shards, filler: FURNITURE });
  const store = { file: join(folder, 'filmoteca.db') };
  const bot = await startBotProcess({ discord, parquet, store, exposeGc: true });
  // The first reading collects garbage.
  await bot.residentMb();
  await delay(SETTLE_MS);
  const mb = await bot.residentMb();
  await bot.stop();
  await discord.close();
  return mb;
}
