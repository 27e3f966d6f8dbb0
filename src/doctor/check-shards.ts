import { z } from 'zod';
import { partOf, type Shards } from '../lib/shards.ts';
import type { Finding } from './finding.ts';
import type { DoctorWords } from './text.ts';

/** What Discord answers to a bot that asks how to connect. */
export const Advice = z.object({
  shards: z.int(),
  session_start_limit: z.object({ remaining: z.int() }),
});

/** Discord advises a shard for each thousand servers or so, and lets none have more than 2,500. */
const ADVISED = 1000;
const MOST = 2500;

/** Holds the shards that this process has against what Discord advises, and against how many it may still start today. */
export function judgeShards(
  advice: z.infer<typeof Advice> | undefined,
  shards: Shards | undefined,
  words: DoctorWords,
): Finding {
  const check = 'shards';
  if (advice === undefined) return { check, level: 'warning', says: words.shardsUntold };
  const { remaining } = advice.session_start_limit;
  const starts = shards?.ids.length ?? advice.shards;
  if (remaining < starts) return { check, level: 'bad', says: words.startsUsedUp(remaining, starts) };
  if (shards !== undefined && shards.count * MOST < advice.shards * ADVISED)
    return { check, level: 'bad', says: words.shardsTooFew(shards.count, advice.shards) };
  const own = partOf(shards);
  const says =
    own === undefined
      ? words.shardsAll(starts, remaining)
      : words.shardsSome(own.ids.length, own.count, remaining);
  return { check, level: 'good', says };
}
