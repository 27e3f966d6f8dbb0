import { z } from 'zod';
import { partOf, type Shards } from '../lib/shards.ts';
import type { Finding } from './finding.ts';
import type { DoctorText } from './text.ts';

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
