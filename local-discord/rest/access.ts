import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { botRights } from '../bot-rights.ts';
import { isMember } from '../guild.ts';
import type { Channel, Guild } from '../places.ts';
import type { World } from '../world.ts';
import { apiErrors } from './api-error.ts';

/**
 * Returns a channel in which the bot has the given rights. Throws 10003 for one that is not there, 50001 where the
 * bot is no member or does not see the channel, 50013 for a right it lacks, 503 during an outage.
 */
export function channelWith(world: World, id: string | undefined, ...rights: bigint[]): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw apiErrors.unknownChannel();
  const guild = world.guildsById.get(channel.guildId ?? '');
  if (guild?.bot === 'unavailable') throw apiErrors.unavailable();
  if ((guild && !isMember(guild)) || !has(world, channel, Bits.ViewChannel)) throw apiErrors.missingAccess();
  if (!rights.every((right) => has(world, channel, right))) throw apiErrors.missingPermissions();
  return channel;
}

/** In a thread the right to send messages is one of its own. */
function has(world: World, channel: Channel, right: bigint): boolean {
  const needed = channel.thread && right === Bits.SendMessages ? Bits.SendMessagesInThreads : right;
  return (botRights(world, channel) & needed) !== 0n;
}

/** Returns a guild that the bot is a member of. Throws 10004, and 503 during an outage. */
export function guildWith(world: World, id: string | undefined): Guild {
  const guild = world.guildsById.get(id ?? '');
  if (!guild || !isMember(guild)) throw apiErrors.unknownGuild();
  if (guild.bot === 'unavailable') throw apiErrors.unavailable();
  return guild;
}
