import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';

/** The rights without which the bot can post no message of its own: a game's questions, the welcome. Look-ups need none. */
export const postingRights = [
  ['View Channel', Bits.ViewChannel],
  ['Send Messages', Bits.SendMessages],
  ['Embed Links', Bits.EmbedLinks],
] as const;

/** The same as one number, as an invite link carries it. */
export const postingBits = postingRights.reduce((all, [, bit]) => all | bit, 0n);
