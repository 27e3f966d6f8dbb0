import type { Insertable } from 'kysely';
import type { DailyPostsTable, Database } from './schema.ts';

export type DailyPost = DailyPostsTable;
/** A daily post as a server sets it. */
export type NewDailyPost = Omit<DailyPost, 'holder' | 'held_until' | 'muted_at'>;

/** Posts that one process takes at a time. */
const MOST_LEASED = 10;
/** Longer than any post waits. A `due_at` further ahead was written before the clock was set back. */
const MAX_WAIT_MS = 49 * 3600 * 1000;

/** The key of a daily post: a server has at most one of each kind. */
export type DailyPostKey = Pick<DailyPost, 'guild_id' | 'kind'>;

/** The daily posts that a server has set, by kind. */
export async function readDailyPosts(database: Database, guildId: string): Promise<DailyPost[]> {
  return database
    .selectFrom('daily_posts')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('kind')
    .execute();
}

/** Sets or changes a daily post of a server. A process that is posting the earlier one no longer reschedules it. */
export async function setDailyPost(database: Database, post: NewDailyPost): Promise<DailyPost> {
  const row: Insertable<DailyPostsTable> = { ...post, holder: null, held_until: 0, muted_at: null };
  return database
    .insertInto('daily_posts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild_id', 'kind']).doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function removeDailyPost(database: Database, { guild_id, kind }: DailyPostKey): Promise<void> {
  await database
    .deleteFrom('daily_posts')
    .where('guild_id', '=', guild_id)
    .where('kind', '=', kind)
    .execute();
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
    .where(({ eb, refTuple }) =>
      eb(
        refTuple('guild_id', 'kind'),
        'in',
        due.select(['guild_id', 'kind']).orderBy('due_at').limit(MOST_LEASED).$asTuple('guild_id', 'kind'),
      ),
    )
    .where((eb) => eb.or([eb('held_until', '<=', now), eb('held_until', '>', now + 2 * leaseMs)]))
    .returningAll()
    .execute();
}

/** Ends the lease of a post and says when it is due next. */
export async function scheduleDailyPost(
  database: Database,
  { guild_id, kind, holder, dueAt }: DailyPostKey & { holder: string; dueAt: number },
): Promise<void> {
  await database
    .updateTable('daily_posts')
    .set({ due_at: dueAt, held_until: 0 })
    .where('guild_id', '=', guild_id)
    .where('kind', '=', kind)
    .where('holder', '=', holder)
    .execute();
}

/** Stops a post because the bot may not write in its channel. */
export async function muteDailyPost(
  database: Database,
  { guild_id, kind, holder, now }: DailyPostKey & { holder: string; now: number },
): Promise<void> {
  await database
    .updateTable('daily_posts')
    .set({ muted_at: now, held_until: 0 })
    .where('guild_id', '=', guild_id)
    .where('kind', '=', kind)
    .where('holder', '=', holder)
    .execute();
}

/** Stops the daily questions of a game's server if the game is one. */
export async function muteDailyQuestion(
  database: Database,
  { gameId, now }: { gameId: string; now: number },
): Promise<void> {
  const server = database
    .selectFrom('games')
    .select('guild_id')
    .where('id', '=', gameId)
    .where('mode', '=', 'daily');
  await database
    .updateTable('daily_posts')
    .set({ muted_at: now })
    .where('kind', '=', 'pregunta')
    .where('guild_id', 'in', server)
    .execute();
}

/** The people who were right about each of a server's questions of the day, latest first, at most `limit` questions. */
export async function dailyRights(
  database: Database,
  { guildId, limit }: { guildId: string; limit: number },
): Promise<string[][]> {
  const games = database
    .selectFrom('games')
    .select(['id', 'started_at'])
    .where('guild_id', '=', guildId)
    .where('mode', '=', 'daily')
    .where('round', '=', 1)
    .orderBy('started_at', 'desc')
    .limit(limit);
  const rows = await database
    .selectFrom(games.as('days'))
    .leftJoin('picks', (join) => join.onRef('game_id', '=', 'days.id').on('correct', '=', 1))
    .select(['days.id', 'user_id'])
    .orderBy('started_at', 'desc')
    .orderBy('ms')
    .orderBy('user_id')
    .execute();
  const days = new Map<string, string[]>(rows.map(({ id }) => [id, []]));
  for (const { id, user_id } of rows) if (user_id !== null) days.get(id)?.push(user_id);
  return [...days.values()];
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
