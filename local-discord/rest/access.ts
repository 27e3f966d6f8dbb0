import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { botRights } from '../bot-rights.ts';
import { isMember } from '../guild.ts';
import type { Channel, Guild } from '../places.ts';
import type { DiscordState } from '../state.ts';
import { apiErrors } from './api-error.ts';

/**
 * Returns a channel in which the bot has the given permissions. Throws 10003 if there is no such channel, 50001 if the bot is not
 * a member or cannot view it, 50013 if a permission is missing, and 503 during an outage.
 */
export function channelWith(state: DiscordState, id: string | undefined, ...rights: bigint[]): Channel {
  const channel = state.channels.get(id ?? '');
  if (!channel) throw apiErrors.unknownChannel();
  const guild = state.guildsById.get(channel.guildId ?? '');
  if (guild?.bot === 'unavailable') throw apiErrors.unavailable();
  if ((guild && !isMember(guild)) || !has(state, channel, Bits.ViewChannel)) throw apiErrors.missingAccess();
  if (!rights.every((right) => has(state, channel, right))) throw apiErrors.missingPermissions();
  return channel;
}

/** Sending messages in a thread needs another permission than in a channel. */
function has(state: DiscordState, channel: Channel, right: bigint): boolean {
  const needed = channel.thread && right === Bits.SendMessages ? Bits.SendMessagesInThreads : right;
  return (botRights(state, channel) & needed) !== 0n;
}

/** Returns a guild of which the bot is a member; throws 10004 for any other, and 503 during an outage. */
export function guildWith(state: DiscordState, id: string | undefined): Guild {
  const guild = state.guildsById.get(id ?? '');
  if (!guild || !isMember(guild)) throw apiErrors.unknownGuild();
  if (guild.bot === 'unavailable') throw apiErrors.unavailable();
  return guild;
}
