import { sql } from 'kysely';
import { HOST_WAIT_MS } from '../game/host.ts';
import type { Shards } from '../lib/shards.ts';
import { ofShards } from './dialect.ts';
import { type Game, isUnderWay } from './games.ts';
import type { Database } from './schema.ts';

/** Games of other processes' shards are leased only when they are overdue by this many milliseconds. */
const OTHER_SHARDS_MS = 5000;

/** Longer than any game waits. A `due_at` further ahead was written before the clock was set back. */
const MAX_WAIT_MS = HOST_WAIT_MS + 60_000;
/** The same for a question of the day, which is open for hours. */
const MAX_DAILY_WAIT_MS = 13 * 3600 * 1000;

/**
 * Leases every due game to `holder` for `leaseMs` and returns the games. No other process gets a game with a valid
 * lease; the lease of a process that dies expires. A game whose times were written before the clock was set back is due
 * and free. With `own` shards, games of other shards are skipped until they are long overdue.
 */
export async function leaseDueGames(
  database: Database,
  { holder, now, leaseMs, own }: { holder: string; now: number; leaseMs: number; own?: Shards | undefined },
): Promise<Game[]> {
  return database
    .updateTable('games')
    .set({ holder, held_until: now + leaseMs, due_at: now })
    .where(isUnderWay)
    .where((eb) =>
      eb.or([
        eb('due_at', '<=', now),
        eb('due_at', '>', now + MAX_DAILY_WAIT_MS),
        eb('due_at', '>', now + MAX_WAIT_MS).and('mode', '<>', 'daily'),
      ]),
    )
    .where((eb) => eb.or([eb('held_until', '<=', now), eb('held_until', '>', now + 2 * leaseMs)]))
    .where(({ or, eb }) => or([eb('due_at', '<=', now - OTHER_SHARDS_MS), ofShards(own)]))
    .returningAll()
    .execute();
}

/** Extends the lease of a game. Returns false if another process has it. */
export async function renewLease(
  database: Database,
  { gameId, holder, until }: { gameId: string; holder: string; until: number },
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('games')
    .set({ held_until: until })
    .where('id', '=', gameId)
    .where('holder', '=', holder)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends the lease of a game; after a failed step, `dueAt` says when to try it again. */
export async function releaseLease(
  database: Database,
  { gameId, holder, dueAt }: { gameId: string; holder: string; dueAt?: number },
): Promise<void> {
  await database
    .updateTable('games')
    .set({ held_until: 0, ...(dueAt === undefined ? {} : { due_at: dueAt }) })
    .where('id', '=', gameId)
    .where('holder', '=', holder)
    .execute();
}

/** The earliest time at which a game (of the `own` shards) is due and free; undefined if none is under way. */
export async function nextDue(database: Database, own?: Shards): Promise<number | undefined> {
  const row = await database
    .selectFrom('games')
    .select(sql<number | null>`min(case when due_at > held_until then due_at else held_until end)`.as('due'))
    .where(isUnderWay)
    .where(ofShards(own))
    .executeTakeFirst();
  return row?.due ?? undefined;
}

/**
 * Reserves the time, `now` or later, at which a shard may start. Shards of one `max_concurrency` bucket (`rest`) start
 * `everyMs` apart, across processes.
 */
export async function reserveShardStart(
  database: Database,
  { rest, now, everyMs }: { rest: number; now: number; everyMs: number },
): Promise<number> {
  const { at } = await database
    .insertInto('shard_starts')
    .values({ rest, at: now })
    .onConflict((conflict) =>
      conflict.column('rest').doUpdateSet(({ eb, ref }) => ({
        at: eb
          .case()
          .when('shard_starts.at', '<', now - everyMs)
          .then(now)
          .else(eb(ref('shard_starts.at'), '+', everyMs))
          .end(),
      })),
    )
    .returning('at')
    .executeTakeFirstOrThrow();
  return at;
}
