import { tellGuild } from './gateway/tell-guild.ts';
import { botPermissions, channelJson, guildJson, newChannel, selfOf } from './guild.ts';
import type { Channel, ChannelType, Guild } from './places.ts';
import type { World } from './world.ts';

/** What the people of a guild, or an outage, can do to the bot there. It is told of each as Discord tells it. */
export type GuildChanges = {
  /** Leaves the bot only these of its rights in a channel (bits of Discord's); without any, all are given back. */
  permit(channel: Channel, rights?: bigint): void;
  /** Makes a channel; Discord's type 0, text, by default. */
  open(guild: Guild, name: string, type?: ChannelType): Channel;
  rename(channel: Channel, name: string): void;
  /** Deletes a channel, with its messages and threads. */
  delete(channel: Channel): void;
  /** Takes from the bot, for `ms` from now, all rights in the guild but to see and to read; 0 ends it. */
  timeOut(guild: Guild, ms: number): void;
  /** Leaves the guild the bot's commands without the bot, as an invitation without the scope `bot` does. */
  unseat(guild: Guild): void;
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
    open(guild, name, type = 0) {
      const channel = { ...newChannel(world.nextId(), name, guild.id), type };
      guild.channels.push(channel);
      world.channels.set(channel.id, channel);
      tell(guild.id, 'CHANNEL_CREATE', channelJson(channel));
      return channel;
    },
    rename(channel, name) {
      channel.name = name;
      tell(guildOf(world, channel).id, 'CHANNEL_UPDATE', channelJson(channel));
    },
    delete(channel) {
      const guild = guildOf(world, channel);
      const isBelow = ({ thread }: Channel) => thread?.parent === channel;
      for (const { id } of [channel, ...guild.threads.filter(isBelow)]) world.channels.delete(id);
      guild.threads = guild.threads.filter((thread) => !isBelow(thread));
      guild.channels = guild.channels.filter((one) => one !== channel);
      tell(guild.id, 'CHANNEL_DELETE', channelJson(channel));
    },
    timeOut(guild, ms) {
      guild.timedOutUntil = ms === 0 ? 0 : world.clock() + ms;
      // Discord sends a bot the updates of its own member without the intent for members.
      tell(guild.id, 'GUILD_MEMBER_UPDATE', { guild_id: guild.id, ...selfOf(guild, world.bot) });
    },
    unseat(guild) {
      if (guild.bot === 'joined') tell(guild.id, 'GUILD_DELETE', { id: guild.id });
      guild.bot = 'commands only';
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

function guildOf(world: World, { guildId }: Channel): Guild {
  const guild = world.guildsById.get(guildId ?? '');
  if (!guild) throw new RangeError('a channel of a guild is needed');
  return guild;
}

/** Returns the people of a guild. */
export function membersOf(world: World, { id }: Guild) {
  return [...world.people.values()].filter(({ guildIds }) => guildIds.has(id));
}
