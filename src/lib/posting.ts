import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';

/** The permissions that the bot needs to post messages: a game's questions and the welcome. Lookups need none. */
export const postingRights = [
  ['View Channel', Bits.ViewChannel],
  ['Send Messages', Bits.SendMessages],
  ['Embed Links', Bits.EmbedLinks],
] as const;

/** The same permissions as a bit field, for invite links. */
export const postingBits = postingRights.reduce((all, [, bit]) => all | bit, 0n);
