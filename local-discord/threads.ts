import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { sendGuildEvent } from './gateway/session.ts';
import { channelJson, newChannel, OWNER_ID } from './guild.ts';
import type { Channel } from './places.ts';
import { apiErrors } from './rest/api-error.ts';
import type { DiscordState } from './state.ts';

/** Changes to threads by people and moderators. The bot receives the gateway event of each. */
export type Threads = {
  /** Opens a thread in a channel of a guild. */
  open(parent: Channel, name: string, options?: { isPrivate?: boolean }): Channel;
  archive(thread: Channel): void;
  /** Archives and locks a thread, so that no message unarchives it. With `open` it is locked but not archived. */
  lock(thread: Channel, options?: { open?: boolean }): void;
  delete(thread: Channel): void;
};

/** Returns the thread changes of this Discord. */
export function newThreads(state: DiscordState): Threads {
  return {
    open(parent, name, { isPrivate = false } = {}) {
      const guild = state.guildsById.get(parent.guildId ?? '');
      if (!guild || parent.thread) throw new RangeError('A thread is opened in a channel of a guild');
      const thread: Channel = {
        ...newChannel(state.nextId(), name, guild.id),
        type: isPrivate ? 12 : 11,
        nsfw: parent.nsfw,
        thread: { parent, ownerId: OWNER_ID, archived: false, locked: false },
      };
      guild.threads.push(thread);
      state.channels.set(thread.id, thread);
      sendGuildEvent(state, guild.id, 'THREAD_CREATE', { ...channelJson(thread), newly_created: true });
      return thread;
    },
    archive: (thread) => update(state, thread, { archived: true }),
    lock: (thread, { open = false } = {}) => update(state, thread, { archived: !open, locked: true }),
    delete(thread) {
      const guild = state.guildsById.get(thread.guildId ?? '');
      if (!guild || !thread.thread) throw new RangeError('This channel is not a thread');
      guild.threads = guild.threads.filter((one) => one !== thread);
      state.channels.delete(thread.id);
      const { id, type } = thread;
      const location = { guild_id: guild.id, parent_id: thread.thread.parent.id };
      sendGuildEvent(state, guild.id, 'THREAD_DELETE', { id, type, ...location });
    },
  };
}

function update(
  state: DiscordState,
  channel: Channel,
  change: { archived?: boolean; locked?: boolean },
): void {
  if (!channel.thread || !channel.guildId) throw new RangeError('This channel is not a thread');
  channel.thread = { ...channel.thread, ...change };
  sendGuildEvent(state, channel.guildId, 'THREAD_UPDATE', channelJson(channel));
}

/** Unarchives an archived thread for a new message of the bot. Throws 160005 if the thread is locked. */
export function unarchive(state: DiscordState, channel: Channel): void {
  const mayManage = ((channel.thread?.parent.botPermissions ?? 0n) & Bits.ManageThreads) !== 0n;
  if (channel.thread?.locked === true && !mayManage) throw apiErrors.threadLocked();
  if (channel.thread?.archived === true) update(state, channel, { archived: false });
}

/** Throws 50083 if the channel is an archived thread. */
export function refuseArchived({ thread }: Channel): void {
  if (thread?.archived === true) throw apiErrors.threadArchived();
}
