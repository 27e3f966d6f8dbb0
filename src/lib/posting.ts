import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';

/** The permissions that the bot needs to post messages: a game's questions and the welcome. Lookups need none. */
export const postingRights = [
  ['View Channel', Bits.ViewChannel],
  ['Send Messages', Bits.SendMessages],
  ['Embed Links', Bits.EmbedLinks],
] as const;

/** The same permissions as a bit field. */
export const postingBits = postingRights.reduce((all, [, bit]) => all | bit, 0n);

/** The link by which an application's bot is invited to a server. */
export const inviteUrl = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${postingBits}`;
