import { setTimeout as delay } from 'node:timers/promises';
import { type Client, GatewayCloseCodes as Codes, Events, Status } from 'discord.js';
import type { Gateway } from '../contract/watch.ts';
import type { Log } from '../lib/log.ts';
import { operatorText } from '../lib/operator-text.ts';
import { OperatorError, type Sentence } from '../lib/sentence.ts';
import type { Store } from '../store/store.ts';

/** The state of each shard; the whole is as its first shard that is not ready, or `connecting` before there are shards. */
export function gatewayOf({ ws, guilds }: Client): Gateway {
  const shards = [...ws.shards.values()];
  const down = shards.find(({ status }) => status !== Status.Ready);
  const status = shards.length === 0 ? Status.Connecting : (down?.status ?? Status.Ready);
  const servers = new Map<number, number>();
  for (const { shardId } of guilds.cache.values()) servers.set(shardId, (servers.get(shardId) ?? 0) + 1);
  const pingOf = (ping: number) => (ping >= 0 ? ping : undefined);
  return {
    state: stateOf(status),
    pingMs: pingOf(ws.ping),
    shards: shards.map((shard) => ({
      id: shard.id,
      state: stateOf(shard.status),
      pingMs: pingOf(shard.ping),
      servers: servers.get(shard.id) ?? 0,
    })),
  };
}

const stateOf = (status: Status) => Status[status].toLowerCase();

const closeReasons = new Map<number, Sentence>([
  [Codes.AuthenticationFailed, operatorText.tokenRevoked],
  [Codes.InvalidShard, operatorText.noSuchShard],
  [Codes.ShardingRequired, operatorText.shardTooLarge],
]);

/** Rejects as soon as Discord closes a shard permanently, with one line that says why. */
export function lostShard(client: Client): Promise<never> {
  return new Promise((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }, shard) => {
      const reason = closeReasons.get(code) ?? operatorText.closeCode(code);
      reject(new OperatorError(operatorText.shardLost(shard, reason)));
    });
  });
}

/** The pause between two identifies in one `max_concurrency` bucket: Discord's 5 s, and a margin for the network. */
const IDENTIFY_MS = 5250;

/**
 * Makes shards wait for their turn to identify, across all processes that share the store. Discord's `max_concurrency` allows
 * one identify at a time in each bucket of `shard % concurrency`. If the store does not answer, the shard identifies without a
 * turn: Discord rejects it if it is too early, and it tries again.
 */
export function createIdentifyTurns(
  { store, clock, log }: { store: Pick<Store, 'reserveShardStart'>; clock: () => number; log: Log },
  concurrency: number,
) {
  return {
    async waitForIdentify(shard: number, signal: AbortSignal): Promise<void> {
      const now = clock();
      const at = await store
        .reserveShardStart({ rest: shard % concurrency, now, everyMs: IDENTIFY_MS })
        .catch((error: unknown) => {
          log.warn({ error, shard }, 'the store does not answer: a shard starts without its turn');
          return now;
        });
      if (at > now) await delay(at - now, undefined, { signal });
    },
  };
}
