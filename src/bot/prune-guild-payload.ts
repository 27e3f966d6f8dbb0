import type {
  GatewayDispatchPayload,
  GatewayGuildCreateDispatchData as NewServer,
} from 'discord-api-types/v10';

/**
 * Removes from a gateway event, before discord.js caches it, what the bot never reads: a server then takes a tenth of the
 * memory. A pruned channel is cached when somebody uses the bot there, from the interaction's own data.
 */
export function pruneGuildPayload(event: GatewayDispatchPayload, botId: string | undefined): void {
  if (event.t === 'GUILD_CREATE') pruneServer(event.d, botId);
  // The bot never reads direct message channels, and there may be as many as there are people.
  if (event.t === 'INTERACTION_CREATE' && event.d.guild_id === undefined) delete event.d.channel;
}

/**
 * Keeps the system channel, in which the bot posts its welcome, the age-restricted channels, whose threads inherit the
 * restriction, and the bot's own roles.
 */
function pruneServer(server: NewServer, botId: string | undefined): void {
  const own = server.members.find(({ user }) => user.id === botId)?.roles ?? [];
  server.roles = server.roles.filter(({ id }) => id === server.id || own.includes(id));
  server.channels = server.channels.filter(
    (channel) => channel.id === server.system_channel_id || ('nsfw' in channel && channel.nsfw === true),
  );
  server.threads = [];
  server.emojis = [];
  server.stickers = [];
}
