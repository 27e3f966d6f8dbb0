import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { userInstallPermissions } from './guild.ts';
import type { Channel } from './places.ts';
import type { DiscordState } from './state.ts';

const TIMED_OUT = Bits.ViewChannel | Bits.ReadMessageHistory;

/** Returns the bot's current permissions in a channel, as Discord's bits. A thread has the permissions of its parent. */
export function botRights({ guildsById, clock }: DiscordState, channel: Channel): bigint {
  const { botPermissions, guildId } = channel.thread?.parent ?? channel;
  const guild = guildsById.get(guildId ?? '');
  if (guild?.bot === 'commands only') return userInstallPermissions;
  return guild !== undefined && guild.timedOutUntil > clock() ? botPermissions & TIMED_OUT : botPermissions;
}
