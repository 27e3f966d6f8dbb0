import type { Shards } from '../lib/shards.ts';
import { lock } from './dialect.ts';
import { ofShards } from './of-shards.ts';
import type { Database } from './schema.ts';
import { takeGuildFromShown } from './sums.ts';

const TABLES = [
  'picks',
  'person_sums',
  'day_sums',
  'topic_sums',
  'kind_sums',
  'rounds',
  'games',
  'asked',
  'settings',
  'departures',
  'welcomes',
  'command_guilds',
] as const;

/** Ids that one statement takes: SQLite binds 32,766 values. */
const AT_ONCE = 10_000;

/** Erases everything about a server; a game that is under way there is gone with it. */
export async function eraseGuild(database: Database, guildId: string): Promise<void> {
  await database.transaction().execute((transaction) => eraseRows(transaction, guildId));
}

async function eraseRows(transaction: Database, guildId: string): Promise<void> {
  await lock(transaction, 'erasure', 'alone');
  await takeGuildFromShown(transaction, guildId);
  await transaction
    .deleteFrom('votes')
    .where('game_id', 'in', (games) => games.selectFrom('games').select('id').where('guild_id', '=', guildId))
    .execute();
  for (const table of TABLES) await transaction.deleteFrom(table).where('guild_id', '=', guildId).execute();
}

/** The servers (of the `own` shards) that something is kept about and that are not known to have been left. */
export async function knownGuilds(database: Database, own?: Shards): Promise<string[]> {
  const kept = ofShards(own);
  const rows = await database
    .selectFrom('settings')
    .select('guild_id')
    .where(kept)
    .union(database.selectFrom('games').select('guild_id').where(kept))
    .union(database.selectFrom('asked').select('guild_id').where(kept))
    .union(database.selectFrom('welcomes').select('guild_id').where(kept))
    .except(database.selectFrom('departures').select('guild_id'))
    .execute();
  return rows.map(({ guild_id }) => guild_id).sort();
}

/** Notes when the bot was taken out of a server; what was noted first stands. */
export async function noteDeparture(database: Database, guildId: string, leftAt: number): Promise<void> {
  await database
    .insertInto('departures')
    .values({ guild_id: guildId, left_at: leftAt })
    .onConflict((conflict) => conflict.column('guild_id').doNothing())
    .execute();
}

/** Notes that the bot is in these servers (again): their data stay. */
export async function noteReturn(database: Database, guildIds: readonly string[]): Promise<void> {
  for (let start = 0; start < guildIds.length; start += AT_ONCE) {
    const some = guildIds.slice(start, start + AT_ONCE);
    await database.deleteFrom('departures').where('guild_id', 'in', some).execute();
  }
}

/**
 * Erases the servers (of the `own` shards) that the bot left before a time; returns their ids. A server whose departure
 * is taken back meanwhile keeps its data.
 */
export async function eraseDeparted(database: Database, before: number, own?: Shards): Promise<string[]> {
  const rows = await database
    .selectFrom('departures')
    .select('guild_id')
    .where('left_at', '<', before)
    .where(ofShards(own))
    .execute();
  const erased: string[] = [];
  for (const { guild_id } of rows)
    if (await eraseOneDeparted(database, guild_id, before)) erased.push(guild_id);
  return erased;
}

async function eraseOneDeparted(database: Database, guildId: string, before: number): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'alone');
    const { numDeletedRows } = await transaction
      .deleteFrom('departures')
      .where('guild_id', '=', guildId)
      .where('left_at', '<', before)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await eraseRows(transaction, guildId);
    return true;
  });
}
