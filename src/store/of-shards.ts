import { type RawBuilder, sql } from 'kysely';
import type { Shards } from '../lib/shards.ts';

/** Whether a row is of a server whose events these shards get; without any, every row is. */
export function ofShards(shards: Shards | undefined): RawBuilder<boolean> {
  if (shards === undefined) return sql<boolean>`1 = 1`;
  const { ids, count } = shards;
  return sql<boolean>`(cast(guild_id as bigint) >> 22) % ${count} in (${sql.join([...ids])})`;
}
