import type { Insertable } from 'kysely';
import type { DailyPostsTable, Database } from './schema.ts';

export type DailyPost = DailyPostsTable;
/** A daily post as a server sets it. */
export type NewDailyPost = Omit<DailyPost, 'holder' | 'held_until' | 'muted_at'>;

/** Posts that one process takes at a time. */
const MOST_LEASED = 10;
/** Longer than any post waits. A `due_at` further ahead was written before the clock was set back. */
const MAX_WAIT_MS = 49 * 3600 * 1000;

/** A server's daily post; undefined if it has set none. */
export async function readDailyPost(database: Database, guildId: string): Promise<DailyPost | undefined> {
  return database.selectFrom('daily_posts').selectAll().where('guild_id', '=', guildId).executeTakeFirst();
}

/** Sets or changes a server's daily post. A process that is posting the earlier one no longer reschedules it. */
export async function setDailyPost(database: Database, post: NewDailyPost): Promise<DailyPost> {
  const row: Insertable<DailyPostsTable> = { ...post, holder: null, held_until: 0, muted_at: null };
  return database
    .insertInto('daily_posts')
    .values(row)
    .onConflict((conflict) => conflict.column('guild_id').doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function removeDailyPost(database: Database, guildId: string): Promise<void> {
  await database.deleteFrom('daily_posts').where('guild_id', '=', guildId).execute();
}

/** Leases up to ten due posts to `holder` for `leaseMs`, longest due first. No other process gets a post with a valid lease. */
export async function leaseDailyPosts(
  database: Database,
  { holder, now, leaseMs }: { holder: string; now: number; leaseMs: number },
): Promise<DailyPost[]> {
  // PostgreSQL repeats the conditions outside the subquery for a row that another process has just leased.
  const due = database
    .selectFrom('daily_posts')
    .where('muted_at', 'is', null)
    .where((eb) => eb.or([eb('due_at', '<=', now), eb('due_at', '>', now + MAX_WAIT_MS)]))
    .where((eb) => eb.or([eb('held_until', '<=', now), eb('held_until', '>', now + 2 * leaseMs)]));
  return database
    .updateTable('daily_posts')
    .set({ holder, held_until: now + leaseMs })
    .where('guild_id', 'in', due.select('guild_id').orderBy('due_at').limit(MOST_LEASED))
    .where((eb) => eb.or([eb('held_until', '<=', now), eb('held_until', '>', now + 2 * leaseMs)]))
    .returningAll()
    .execute();
}

/** Ends the lease of a post and says when it is due next. */
export async function scheduleDailyPost(
  database: Database,
  { guildId, holder, dueAt }: { guildId: string; holder: string; dueAt: number },
): Promise<void> {
  await database
    .updateTable('daily_posts')
    .set({ due_at: dueAt, held_until: 0 })
    .where('guild_id', '=', guildId)
    .where('holder', '=', holder)
    .execute();
}

/** Stops a post because the bot may not write in its channel. */
export async function muteDailyPost(
  database: Database,
  { guildId, holder, now }: { guildId: string; holder: string; now: number },
): Promise<void> {
  await database
    .updateTable('daily_posts')
    .set({ muted_at: now, held_until: 0 })
    .where('guild_id', '=', guildId)
    .where('holder', '=', holder)
    .execute();
}

/** When the next post is due; undefined if there is none. */
export async function nextDailyPost(database: Database): Promise<number | undefined> {
  const row = await database
    .selectFrom('daily_posts')
    .select(({ fn }) => fn.min('due_at').as('due'))
    .where('muted_at', 'is', null)
    .executeTakeFirst();
  return row?.due ?? undefined;
}
