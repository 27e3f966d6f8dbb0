import type { Shards } from '../lib/shards.ts';
import { lock, ofShards } from './dialect.ts';
import type { Database } from './schema.ts';
import { subtractGuildFromShown } from './sums.ts';

const GUILD_TABLES = [
  'picks',
  'pick_replies',
  'team_members',
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
  'daily_posts',
] as const;

/** Ids of one statement; SQLite binds at most 32,766 values. */
const MAX_IDS = 10_000;

/** Erases everything about a server, including a game under way. */
export async function eraseGuild(database: Database, guildId: string): Promise<void> {
  await database.transaction().execute((transaction) => eraseRows(transaction, guildId));
}

async function eraseRows(transaction: Database, guildId: string): Promise<void> {
  await lock(transaction, 'erasure', 'exclusive');
  await subtractGuildFromShown(transaction, guildId);
  await transaction
    .deleteFrom('votes')
    .where('game_id', 'in', (games) => games.selectFrom('games').select('id').where('guild_id', '=', guildId))
    .execute();
  for (const table of GUILD_TABLES)
    await transaction.deleteFrom(table).where('guild_id', '=', guildId).execute();
}

/** The servers (of the `own` shards) that the store has data about and that the bot has not left. */
export async function knownGuilds(database: Database, own?: Shards): Promise<string[]> {
  const isOwn = ofShards(own);
  const rows = await database
    .selectFrom('settings')
    .select('guild_id')
    .where(isOwn)
    .union(database.selectFrom('games').select('guild_id').where(isOwn))
    .union(database.selectFrom('asked').select('guild_id').where(isOwn))
    .union(database.selectFrom('welcomes').select('guild_id').where(isOwn))
    .union(database.selectFrom('daily_posts').select('guild_id').where(isOwn))
    .except(database.selectFrom('departures').select('guild_id'))
    .execute();
  return rows.map(({ guild_id }) => guild_id).sort();
}

/** Stores when the bot left a server; an earlier departure is not overwritten. */
export async function noteDeparture(database: Database, guildId: string, leftAt: number): Promise<void> {
  await database
    .insertInto('departures')
    .values({ guild_id: guildId, left_at: leftAt })
    .onConflict((conflict) => conflict.column('guild_id').doNothing())
    .execute();
}

/** Deletes the departures of servers that the bot is in, so that their data are not erased. */
export async function noteReturn(database: Database, guildIds: readonly string[]): Promise<void> {
  for (let start = 0; start < guildIds.length; start += MAX_IDS) {
    const ids = guildIds.slice(start, start + MAX_IDS);
    await database.deleteFrom('departures').where('guild_id', 'in', ids).execute();
  }
}

/**
 * Erases the servers (of the `own` shards) that the bot left before a time, and returns their ids. A server that the bot
 * joins again meanwhile is not erased.
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
    await lock(transaction, 'erasure', 'exclusive');
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

/** Returns true to one caller a server: that caller sends the welcome message. */
export async function claimWelcome(database: Database, guildId: string, now: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('welcomes')
    .values({ guild_id: guildId, at: now })
    .onConflict((conflict) => conflict.column('guild_id').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) === 1;
}

/** Undoes `claimWelcome` after the welcome message could not be sent. */
export async function returnWelcome(database: Database, guildId: string): Promise<void> {
  await database.deleteFrom('welcomes').where('guild_id', '=', guildId).execute();
}

/** Stores that commands are registered in this guild only (DEV_GUILD_ID, ADMIN_GUILD_ID). */
export async function noteCommandGuild(database: Database, guildId: string): Promise<void> {
  await database
    .insertInto('command_guilds')
    .values({ guild_id: guildId })
    .onConflict((conflict) => conflict.column('guild_id').doNothing())
    .execute();
}

/** The guilds that may have guild commands. */
export async function commandGuilds(database: Database): Promise<string[]> {
  const rows = await database.selectFrom('command_guilds').select('guild_id').execute();
  return rows.map(({ guild_id }) => guild_id);
}

/** Stores that a guild has no guild commands any more. */
export async function forgetCommandGuild(database: Database, guildId: string): Promise<void> {
  await database.deleteFrom('command_guilds').where('guild_id', '=', guildId).execute();
}
