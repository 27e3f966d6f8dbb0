import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { tellGuild } from './gateway/tell-guild.ts';
import { channelJson, newChannel, OWNER_ID } from './guild.ts';
import type { Channel } from './places.ts';
import { apiErrors } from './rest/api-error.ts';
import type { World } from './world.ts';

/** What people and moderators do to threads. The bot is told of each by the gateway, as Discord tells it. */
export type Threads = {
  /** Opens a thread below a channel of a guild. */
  open(parent: Channel, name: string, options?: { isPrivate?: boolean }): Channel;
  archive(thread: Channel): void;
  /** Closes a thread for good: it is archived, and no message revives it. With `open` it is locked but not archived. */
  lock(thread: Channel, options?: { open?: boolean }): void;
  delete(thread: Channel): void;
};

/** Returns the switches for the threads of that world. */
export function newThreads(world: World): Threads {
  return {
    open(parent, name, { isPrivate = false } = {}) {
      const guild = world.guildsById.get(parent.guildId ?? '');
      if (!guild || parent.thread) throw new RangeError('a thread is opened below a channel of a guild');
      const thread: Channel = {
        ...newChannel(world.nextId(), name, guild.id),
        type: isPrivate ? 12 : 11,
        nsfw: parent.nsfw,
        thread: { parent, ownerId: OWNER_ID, archived: false, locked: false },
      };
      guild.threads.push(thread);
      world.channels.set(thread.id, thread);
      tellGuild(world, guild.id, 'THREAD_CREATE', { ...channelJson(thread), newly_created: true });
      return thread;
    },
    archive: (thread) => update(world, thread, { archived: true }),
    lock: (thread, { open = false } = {}) => update(world, thread, { archived: !open, locked: true }),
    delete(thread) {
      const guild = world.guildsById.get(thread.guildId ?? '');
      if (!guild || !thread.thread) throw new RangeError('no thread');
      guild.threads = guild.threads.filter((one) => one !== thread);
      world.channels.delete(thread.id);
      const { id, type } = thread;
      const place = { guild_id: guild.id, parent_id: thread.thread.parent.id };
      tellGuild(world, guild.id, 'THREAD_DELETE', { id, type, ...place });
    },
  };
}

function update(world: World, channel: Channel, change: { archived?: boolean; locked?: boolean }): void {
  if (!channel.thread || !channel.guildId) throw new RangeError('no thread');
  channel.thread = { ...channel.thread, ...change };
  tellGuild(world, channel.guildId, 'THREAD_UPDATE', channelJson(channel));
}

/** A new message revives an archived thread. Throws 160005 for a message of the bot's own in a locked one. */
export function revive(world: World, channel: Channel): void {
  const mayManage = ((channel.thread?.parent.botMay ?? 0n) & Bits.ManageThreads) !== 0n;
  if (channel.thread?.locked === true && !mayManage) throw apiErrors.threadLocked();
  if (channel.thread?.archived === true) update(world, channel, { archived: false });
}

/** Throws 50083 where nothing can be changed because the thread is archived. */
export function refuseArchived({ thread }: Channel): void {
  if (thread?.archived === true) throw apiErrors.threadArchived();
}
