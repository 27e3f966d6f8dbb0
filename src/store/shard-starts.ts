import type { Database } from './schema.ts';

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
