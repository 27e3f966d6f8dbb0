import { setTimeout as pause } from 'node:timers/promises';
import { startLocalDiscord } from '#local-discord';
import { startBotProcess } from '../../soak/bot-process.ts';
import { table } from '../report.ts';

/** The most servers that Discord gives one shard. */
const SERVERS = 2500;
/** What a server has, as a community of some size does. */
const FURNITURE = { channels: 30, roles: 20, emojis: 40 };
const SETTLE_MS = 3000;

/** Memory of one bot process, in MB, and what of it a server and a shard cost. */
export interface Memory {
  kbAServer: number;
  mbAShard: number;
}

/** Measures the bot with hardly any server, with one full shard, with two and with four; prints the table. */
export async function measureMemory(parquet: string, scratch: string): Promise<Memory> {
  const rows: string[][] = [];
  const held = async (shards: number, servers: number) => {
    const mb = await residentWith({ shards, servers, parquet, scratch });
    rows.push([String(shards), String(servers * shards), mb.toFixed(0)]);
    console.log(`${shards} shards, ${servers * shards} servers: ${mb.toFixed(0)} MB`);
    return mb;
  };
  const one = await held(1, 1);
  const full = await held(1, SERVERS);
  await held(2, SERVERS);
  const four = await held(4, SERVERS);
  const kbAServer = ((full - one) * 1024) / (SERVERS - 1);
  // A shard beyond the first, with all its servers.
  const mbAShard = (four - full) / 3;
  console.log(
    `\n${table([['shards', 'servers', 'resident MB'], ...rows])}\n` +
      `A server costs ${kbAServer.toFixed(1)} KB, a further shard with ${SERVERS} servers ${mbAShard.toFixed(1)} MB ` +
      `(servers of ${FURNITURE.channels} channels, ${FURNITURE.roles} roles, ${FURNITURE.emojis} emojis).\n`,
  );
  return { kbAServer, mbAShard };
}

async function residentWith({
  shards,
  servers,
  parquet,
  scratch,
}: {
  shards: number;
  servers: number;
  parquet: string;
  scratch: string;
}): Promise<number> {
  const discord = await startLocalDiscord({ guilds: shards * servers, shards, furniture: FURNITURE });
  const bot = await startBotProcess(discord, { parquet, scratch }, { tidy: true });
  // Freed memory takes a while to go back to the system.
  await bot.residentMb();
  await pause(SETTLE_MS);
  const mb = await bot.residentMb();
  await bot.stop();
  await discord.close();
  return mb;
}
