import { type Client, GatewayCloseCodes as Codes, Events } from 'discord.js';

const reasons = new Map<number, string>([
  [Codes.AuthenticationFailed, 'it no longer takes DISCORD_TOKEN'],
  [Codes.InvalidShard, 'it is none of the shards that there are: check SHARDS'],
  [
    Codes.ShardingRequired,
    'it would have more than 2,500 servers: start again, with more shards where SHARDS says how many',
  ],
]);

/** Rejects as soon as Discord closes a shard for good, with one line that says why. */
export function lostShard(client: Client): Promise<never> {
  return new Promise((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }, shard) => {
      reject(
        new Error(`Discord has closed shard ${shard} for good: ${reasons.get(code) ?? `code ${code}`}.`),
      );
    });
  });
}
