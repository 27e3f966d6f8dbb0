/** How much a guild has that nobody here uses, and that a bot is told of all the same. */
export type Furniture = { channels: number; roles: number; emojis: number };

export const bare: Furniture = { channels: 0, roles: 0, emojis: 0 };

/** Returns those channels, roles and emojis of a guild, as GUILD_CREATE carries them. */
export function furnish(guildId: string, { channels, roles, emojis }: Furniture) {
  const idOf = (shelf: number, index: number) => String(BigInt(guildId) + BigInt(1000 * shelf + index));
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
      // Two roles that may do more or less there, as most channels have.
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
