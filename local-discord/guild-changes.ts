import { sendGuildEvent } from './gateway/session.ts';
import { botMemberOf, channelJson, defaultBotPermissions, guildJson, newChannel } from './guild.ts';
import type { Channel, ChannelType, Guild } from './places.ts';
import type { DiscordState } from './state.ts';

/** Changes to guilds. The bot receives the gateway event of each. */
export type GuildChanges = {
  /** Sets the bot's permissions in a channel (Discord's bits). Default: all permissions of its roles. */
  permit(channel: Channel, permissions?: bigint): void;
  /** Creates a channel, by default a text channel (type 0). */
  open(guild: Guild, name: string, type?: ChannelType): Channel;
  rename(channel: Channel, name: string): void;
  /** Deletes a channel with its messages and threads. */
  delete(channel: Channel): void;
  /** Times the bot out for `ms`: it can only view channels and read history. 0 ends the timeout. */
  timeOut(guild: Guild, ms: number): void;
  /** Removes the bot user but keeps the commands, as an installation without the scope `bot` does. */
  removeBotUser(guild: Guild): void;
  /** Removes the bot from the guild. */
  remove(guild: Guild): void;
  /** Starts an outage of the guild. */
  fail(guild: Guild): void;
  /** Adds the bot again, or ends the outage. */
  restore(guild: Guild): void;
};

/** Returns the guild changes of this Discord. */
export function newGuildChanges(state: DiscordState): GuildChanges {
  const send = (guildId: string, event: string, data: object) => sendGuildEvent(state, guildId, event, data);
  return {
    permit(channel, permissions = defaultBotPermissions) {
      channel.botPermissions = permissions & defaultBotPermissions;
      if (channel.guildId !== undefined) send(channel.guildId, 'CHANNEL_UPDATE', channelJson(channel));
    },
    open(guild, name, type = 0) {
      const channel = { ...newChannel(state.nextId(), name, guild.id), type };
      guild.channels.push(channel);
      state.channels.set(channel.id, channel);
      send(guild.id, 'CHANNEL_CREATE', channelJson(channel));
      return channel;
    },
    rename(channel, name) {
      channel.name = name;
      send(guildOf(state, channel).id, 'CHANNEL_UPDATE', channelJson(channel));
    },
    delete(channel) {
      const guild = guildOf(state, channel);
      const isChild = ({ thread }: Channel) => thread?.parent === channel;
      for (const { id } of [channel, ...guild.threads.filter(isChild)]) state.channels.delete(id);
      guild.threads = guild.threads.filter((thread) => !isChild(thread));
      guild.channels = guild.channels.filter((one) => one !== channel);
      send(guild.id, 'CHANNEL_DELETE', channelJson(channel));
    },
    timeOut(guild, ms) {
      guild.timedOutUntil = ms === 0 ? 0 : state.clock() + ms;
      // Discord sends a bot the updates of its own member even without the privileged members intent.
      send(guild.id, 'GUILD_MEMBER_UPDATE', { guild_id: guild.id, ...botMemberOf(guild, state.bot) });
    },
    removeBotUser(guild) {
      if (guild.bot === 'joined') send(guild.id, 'GUILD_DELETE', { id: guild.id });
      guild.bot = 'commands only';
    },
    remove(guild) {
      guild.bot = 'left';
      send(guild.id, 'GUILD_DELETE', { id: guild.id });
    },
    fail(guild) {
      guild.bot = 'unavailable';
      send(guild.id, 'GUILD_DELETE', { id: guild.id, unavailable: true });
    },
    restore(guild) {
      guild.bot = 'joined';
      send(guild.id, 'GUILD_CREATE', guildJson(guild, membersOf(state, guild), state.bot, state.filler));
    },
  };
}

function guildOf(state: DiscordState, { guildId }: Channel): Guild {
  const guild = state.guildsById.get(guildId ?? '');
  if (!guild) throw new RangeError('The channel must belong to a guild');
  return guild;
}

/** Returns the people in a guild. */
export function membersOf(state: DiscordState, { id }: Guild) {
  return [...state.people.values()].filter(({ guildIds }) => guildIds.has(id));
}
