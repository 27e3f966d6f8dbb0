import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';
import { liveVersion } from '../catalogue/catalogue.ts';
import { inspectVersion } from '../catalogue/versions.ts';
import { partOf, type Shards } from '../lib/shards.ts';
import { type StoreLocation, storeName } from '../store/location.ts';
import type { Holder } from '../store/state-lock.ts';
import { openStore } from '../store/store.ts';
import { type DoctorEffects, type Finding, reasonOf } from './finding.ts';
import type { DoctorText } from './text.ts';

/** Whether a process has locked the folder of the store. */
export function checkProcess(folder: string, holder: Holder | undefined, text: DoctorText): Finding {
  const message =
    holder === undefined ? text.processNone(folder) : text.processRuns(folder, holder.pid, holder.url);
  return { check: 'process', level: 'good', message };
}

export interface Port {
  /** The variable that sets it. */
  variable: string;
  port: number;
  host: string;
}

/** Whether a start could open a port. If the bot is `running`, the port may be its own. */
export async function checkPort(
  { variable, port, host }: Port,
  running: boolean,
  text: DoctorText,
): Promise<Finding> {
  const check = 'port';
  const code = await tryPort(port, host);
  if (code === undefined) return { check, level: 'good', message: text.portGood(variable, port, host) };
  if (code !== 'EADDRINUSE')
    return { check, level: 'bad', message: text.portBad(variable, port, host, code) };
  if (running) return { check, level: 'good', message: text.portOwn(variable, port, host) };
  return { check, level: 'warning', message: text.portTaken(variable, port, host) };
}

/** Opens and closes a port; returns the system's error code if that fails. */
async function tryPort(port: number, host: string): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    server.close();
  }
}

const WAIT_MS = 5000;

const Health = z.object({ status: z.enum(['ok', 'down']), down: z.array(z.string()) });

/** Which parts of the bot that serves HTTP at this port are down; `undefined` if it does not answer as the bot does. */
export async function checkHealth({ port, host }: Port, text: DoctorText): Promise<Finding | undefined> {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/health`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WAIT_MS) });
    const { down } = Health.parse(await response.json());
    return down.length === 0
      ? { check: 'health', level: 'good', message: text.healthGood }
      : { check: 'health', level: 'bad', message: text.healthBad(down.join(', ')) };
  } catch {
    return undefined;
  }
}

/** Free bytes that publishing the full data again needs. */
const ENOUGH = 1e9;
/** With fewer free bytes the store may soon be unable to write. */
const TOO_LITTLE = 1e8;

/** Whether the disks of the folders that the bot and the ETL write to have enough space. */
export async function checkDisk(
  folders: readonly string[],
  { freeBytes }: Pick<DoctorEffects, 'freeBytes'>,
  text: DoctorText,
): Promise<Finding> {
  const free = await Promise.all(folders.map(async (folder) => ({ folder, bytes: await freeBytes(folder) })));
  const least = Math.min(...free.map(({ bytes }) => bytes));
  const list = free.map(({ folder, bytes }) => text.room(folder, bytes)).join(', ');
  if (least >= ENOUGH) return { check: 'disk', level: 'good', message: text.diskGood(list) };
  return { check: 'disk', level: least < TOO_LITTLE ? 'bad' : 'warning', message: text.diskTight(list) };
}

const DAY = 24 * 60 * 60 * 1000;

/** Whether data are published and readable, and since when. */
export async function checkData(folder: string, clock: () => number, text: DoctorText): Promise<Finding> {
  try {
    const version = await liveVersion(folder);
    if (version === undefined) return { check: 'data', level: 'warning', message: text.dataNone(folder) };
    const { tables, madeAt } = await inspectVersion(folder, version);
    const days = Math.floor((clock() - Date.parse(madeAt)) / DAY);
    return { check: 'data', level: 'good', message: text.dataGood(version, tables.movies ?? 0, days) };
  } catch (error) {
    return { check: 'data', level: 'bad', message: text.dataBroken(folder, reasonOf(error, text)) };
  }
}

/** No server has this id. The row that the check writes for it is deleted again. */
const NO_SERVER = '0';

/**
 * Whether the store opens, can be written, and belongs to the token's application, if that is known. Creates missing tables, as
 * the bot would.
 */
export async function checkStore(
  location: StoreLocation,
  applicationId: string | undefined,
  clock: () => number,
  text: DoctorText,
): Promise<Finding> {
  try {
    const store = await openStore(location);
    try {
      const before = clock();
      await store.noteDeparture(NO_SERVER, before);
      await store.noteReturn([NO_SERVER]);
      const engine = 'file' in location ? 'SQLite' : 'PostgreSQL';
      const ms = clock() - before;
      const owner = await store.readOwner();
      if (owner !== undefined && applicationId !== undefined && owner !== applicationId) {
        const message = text.storeOfOther(storeName(location), owner, applicationId);
        return { check: 'store', level: 'bad', message };
      }
      const message = text.storeGood(engine, storeName(location), ms, owner);
      return { check: 'store', level: 'good', message };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { check: 'store', level: 'bad', message: reasonOf(error, text) };
  }
}

/** Discord's response to GET /gateway/bot. */
export const Advice = z.object({
  shards: z.int(),
  session_start_limit: z.object({ remaining: z.int() }),
});

/** Discord recommends one shard for about 1,000 servers, and allows at most 2,500 in one. */
const RECOMMENDED = 1000;
const MAXIMUM = 2500;

/** Compares the shards of this process with Discord's recommendation, and with how many may still be started today. */
export function judgeShards(
  advice: z.infer<typeof Advice> | undefined,
  shards: Shards | undefined,
  text: DoctorText,
): Finding {
  const check = 'shards';
  if (advice === undefined) return { check, level: 'warning', message: text.shardsUnknown };
  const { remaining } = advice.session_start_limit;
  const starts = shards?.ids.length ?? advice.shards;
  if (remaining < starts) return { check, level: 'bad', message: text.startsExhausted(remaining, starts) };
  if (shards !== undefined && shards.count * MAXIMUM < advice.shards * RECOMMENDED)
    return { check, level: 'bad', message: text.shardsTooFew(shards.count, advice.shards) };
  const own = partOf(shards);
  const message =
    own === undefined
      ? text.shardsAll(starts, remaining)
      : text.shardsSome(own.ids.length, own.count, remaining);
  return { check, level: 'good', message };
}
