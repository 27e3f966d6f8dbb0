import type { Database } from './schema.ts';

/**
 * Gives a shard its turn to start: the time, `now` or later, at which it may. Shards with the same rest get turns
 * `everyMs` apart, whichever process they are in.
 */
export async function takeStart(
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
