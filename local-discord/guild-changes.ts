import { tellGuild } from './gateway/tell-guild.ts';
import { botPermissions, channelJson, guildJson } from './guild.ts';
import type { Channel, Guild, World } from './world.ts';

/** What the people of a guild, or an outage, can do to the bot there. It is told of each as Discord tells it. */
export type GuildChanges = {
  /** Leaves the bot only these of its rights in a channel (bits of Discord's); without any, all are given back. */
  permit(channel: Channel, rights?: bigint): void;
  /** Removes the bot from the guild. */
  remove(guild: Guild): void;
  /** Makes the guild unavailable to the bot, as an outage does. */
  fail(guild: Guild): void;
  /** Invites the bot again, or ends the outage. */
  restore(guild: Guild): void;
};

/** Returns the switches for the guilds of that world. */
export function newGuildChanges(world: World): GuildChanges {
  const tell = (guildId: string, event: string, data: object) => tellGuild(world, guildId, event, data);
  return {
    permit(channel, rights = botPermissions) {
      channel.botMay = rights & botPermissions;
      if (channel.guildId !== undefined) tell(channel.guildId, 'CHANNEL_UPDATE', channelJson(channel));
    },
    remove(guild) {
      guild.bot = 'left';
      tell(guild.id, 'GUILD_DELETE', { id: guild.id });
    },
    fail(guild) {
      guild.bot = 'unavailable';
      tell(guild.id, 'GUILD_DELETE', { id: guild.id, unavailable: true });
    },
    restore(guild) {
      guild.bot = 'joined';
      tell(guild.id, 'GUILD_CREATE', guildJson(guild, membersOf(world, guild), world.bot, world.furniture));
    },
  };
}

/** Returns the people of a guild. */
export function membersOf(world: World, { id }: Guild) {
  return [...world.people.values()].filter(({ guildIds }) => guildIds.has(id));
}
