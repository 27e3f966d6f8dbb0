import type { APIUser } from 'discord-api-types/v10';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { timeOf } from './clock.ts';
import { type Filler, fillerOf } from './filler.ts';
import type { Account, Channel, Guild } from './places.ts';

/** The id of the bot and of its application. */
export const BOT_ID = '1000000000000000001';

const FIRST_GUILD = 1_000_000_000_000_000_000n;
/** The owner of every guild; Ana on the page. */
export const OWNER_ID = '1000000000000000002';
/** The person at the prompt. */
export const PROMPT_ID = '1000000000000000003';

/** The channels of every guild; `noche` is age-restricted. */
export const channelNames = ['general', 'trivia', 'noche'] as const;
export type ChannelName = (typeof channelNames)[number];

/** Returns the guild with that index. Its ids are the same at every start; consecutive guilds belong to different shards. */
export function newGuild(index: number, guildName: string): Guild {
  const first = FIRST_GUILD + (BigInt(index + 1) << 22n);
  const id = String(first);
  const channels = channelNames.map((name, position) =>
    newChannel(String(first + BigInt(position + 1)), name, id),
  );
  return {
    id,
    name: index === 0 ? guildName : `${guildName} ${index + 1}`,
    locale: 'es-ES',
    ownerId: OWNER_ID,
    channels,
    threads: [],
    systemChannelId: channels[0]?.id ?? null,
    botPermissions: defaultBotPermissions,
    bot: 'joined',
    timedOutUntil: 0,
  };
}

/** Whether the bot is a member of the guild. */
export const isMember = ({ bot }: Guild): boolean => bot === 'joined' || bot === 'unavailable';

/** Returns a text channel of a guild, or a channel for direct messages if there is no guild id. */
export function newChannel(
  id: string,
  name: string,
  guildId: string | undefined,
  botPermissions = defaultBotPermissions,
): Channel {
  const type = guildId ? 0 : 1;
  return {
    id,
    name,
    type,
    nsfw: name === 'noche',
    guildId,
    botPermissions,
    thread: undefined,
    messages: new Map(),
    lastMessageId: null,
  };
}

const memberPermissions =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.AddReactions |
  Bits.UseExternalEmojis |
  Bits.ReadMessageHistory |
  Bits.UseApplicationCommands |
  Bits.ChangeNickname;

const allPermissions = Object.values(Bits).reduce((all, bit) => all | bit, 0n);

/** The bot's permissions in a channel without overwrites. */
export const defaultBotPermissions = memberPermissions | Bits.ManageMessages;

/** The permissions of a user-installed app in a guild without the bot. */
export const userInstallPermissions =
  Bits.AttachFiles | Bits.EmbedLinks | Bits.MentionEveryone | Bits.UseExternalEmojis;

/** Returns a person's permissions in Discord's format: a decimal number. */
export function permissionsOf({ admin }: Account): string {
  return String(admin ? allPermissions : memberPermissions);
}

/** Returns a guild member as Discord sends it, without the permissions that an interaction adds. */
export function memberOf(account: Account) {
  return {
    user: account.user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: account.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** Returns a channel or thread as Discord sends it. */
export function channelJson(channel: Channel) {
  return channel.thread === undefined ? ordinaryChannelJson(channel) : threadJson(channel);
}

function threadJson({ id, name, type, guildId, lastMessageId, thread, messages }: Channel) {
  const at = new Date(timeOf(id)).toISOString();
  return {
    id,
    type,
    name,
    guild_id: guildId,
    parent_id: thread?.parent.id,
    owner_id: thread?.ownerId,
    last_message_id: lastMessageId,
    flags: 0,
    rate_limit_per_user: 0,
    message_count: messages.size,
    total_message_sent: messages.size,
    member_count: 1,
    thread_metadata: {
      archived: thread?.archived,
      locked: thread?.locked,
      auto_archive_duration: 1440,
      archive_timestamp: at,
      create_timestamp: at,
    },
  };
}

function ordinaryChannelJson(channel: Channel) {
  const { id, name, type, nsfw, guildId, lastMessageId } = channel;
  if (guildId === undefined) return { id, type, last_message_id: lastMessageId, flags: 0, recipients: [] };
  const place = { guild_id: guildId, position: 0, parent_id: null, topic: null, rate_limit_per_user: 0 };
  return {
    id,
    type,
    name,
    nsfw,
    last_message_id: lastMessageId,
    flags: 0,
    permission_overwrites: overwritesOf(channel),
    ...place,
  };
}

/** The permissions that the bot lacks in a channel, as an overwrite for the bot. */
function overwritesOf({ botPermissions }: Channel) {
  const deny = defaultBotPermissions & ~botPermissions;
  return deny === 0n ? [] : [{ id: BOT_ID, type: 1, allow: '0', deny: String(deny) }];
}

const BOT_JOINED = '2024-01-01T00:00:00.000000+00:00';

/** Returns the bot's own member object in a guild. */
export function botMemberOf({ timedOutUntil }: Guild, bot: APIUser) {
  const account = { user: bot, admin: false, guildIds: new Set<string>(), joinedAt: BOT_JOINED };
  const until = timedOutUntil === 0 ? null : new Date(timedOutUntil).toISOString();
  return { ...memberOf(account), communication_disabled_until: until };
}

/** Returns the payload of GUILD_CREATE. */
export function guildJson(guild: Guild, members: Account[], bot: APIUser, filler: Filler) {
  const extra = fillerOf(guild.id, filler);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    application_id: null,
    preferred_locale: guild.locale,
    features: [],
    emojis: extra.emojis,
    stickers: [],
    roles: [everyoneRole(guild), ...extra.roles],
    channels: [...guild.channels.map(channelJson), ...extra.channels],
    threads: guild.threads.filter(({ thread }) => thread?.archived === false).map(threadJson),
    members: [botMemberOf(guild, bot), ...members.map(memberOf)],
    member_count: members.length + 1,
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    joined_at: BOT_JOINED,
    large: false,
    unavailable: false,
  };
}

function everyoneRole({ id, botPermissions }: Guild) {
  return {
    id,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: String(botPermissions),
    managed: false,
    mentionable: false,
    flags: 0,
  };
}
