import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { userInstallPermissions } from './guild.ts';
import type { Channel } from './places.ts';
import type { World } from './world.ts';

/** What a timeout leaves of a member's rights. */
const IN_A_TIMEOUT = Bits.ViewChannel | Bits.ReadMessageHistory;

/** Returns what the bot may do in a channel at this moment: Discord's permission bits. A thread has the rights of its parent. */
export function botRights({ guildsById, clock }: World, channel: Channel): bigint {
  const { botMay, guildId } = channel.thread?.parent ?? channel;
  const guild = guildsById.get(guildId ?? '');
  if (guild?.bot === 'commands only') return userInstallPermissions;
  return guild !== undefined && guild.timedOutUntil > clock() ? botMay & IN_A_TIMEOUT : botMay;
}
