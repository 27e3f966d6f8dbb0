/** How many channels, roles and emojis a guild has besides the usable ones. They only make its payloads larger. */
export type Filler = { channels: number; roles: number; emojis: number };

export const noFiller: Filler = { channels: 0, roles: 0, emojis: 0 };

/** Returns the filler of a guild as GUILD_CREATE lists it. */
export function fillerOf(guildId: string, { channels, roles, emojis }: Filler) {
  const idOf = (group: number, index: number) => String(BigInt(guildId) + BigInt(1000 * group + index));
  const list = <Item>(count: number, make: (index: number) => Item) =>
    Array.from({ length: count }, (_, index) => make(index));
  return {
    roles: list(roles, (index) => ({
      id: idOf(1, index),
      name: `rol ${index}`,
      color: 0x5865f2,
      colors: { primary_color: 0x5865f2, secondary_color: null, tertiary_color: null },
      hoist: false,
      icon: null,
      unicode_emoji: null,
      position: index + 1,
      permissions: '104324673',
      managed: false,
      mentionable: false,
      flags: 0,
    })),
    channels: list(channels, (index) => ({
      id: idOf(2, index),
      type: index % 4 === 3 ? 2 : 0,
      name: `canal-${index}`,
      nsfw: false,
      last_message_id: null,
      flags: 0,
      // Most channels of real servers overwrite the permissions of about two roles.
      permission_overwrites: list(Math.min(2, roles), (role) => ({
        id: idOf(1, (index + role) % roles),
        type: 0,
        allow: '1024',
        deny: '2048',
      })),
      guild_id: guildId,
      position: index + 3,
      parent_id: null,
      topic: index % 2 === 0 ? `De qué se habla en el canal ${index}` : null,
      rate_limit_per_user: 0,
    })),
    emojis: list(emojis, (index) => ({
      id: idOf(3, index),
      name: `emoji_${index}`,
      roles: [],
      require_colons: true,
      managed: false,
      animated: false,
      available: true,
    })),
  };
}
