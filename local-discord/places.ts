import type { APIAttachment, APIMessage, APIUser } from 'discord-api-types/v10';
import type { History } from './history.ts';

/**
 * Discord's channel types: 0 text, 1 direct messages, 2 voice (with a text chat), 5 announcements, 11 public thread, 12 private
 * thread, 13 stage (with a text chat), 15 forum (threads without messages of its own).
 */
export type ChannelType = 0 | 1 | 2 | 5 | 11 | 12 | 13 | 15;

export type Channel = {
  id: string;
  name: string;
  type: ChannelType;
  nsfw: boolean;
  guildId: string | undefined;
  /** The bot's permissions as Discord's bits. A thread has those of its parent. */
  botPermissions: bigint;
  /** Set for threads. */
  thread: Thread | undefined;
  messages: Map<string, Stored>;
  /** Id of the last message that was posted; it may be deleted. */
  lastMessageId: string | null;
};

export type Thread = {
  parent: Channel;
  ownerId: string;
  /** Messages cannot be edited. A new message unarchives the thread, unless it is locked. */
  archived: boolean;
  /** Only members who manage threads may post or unarchive. */
  locked: boolean;
};

export type Guild = {
  id: string;
  name: string;
  locale: string;
  ownerId: string;
  channels: Channel[];
  threads: Channel[];
  /** Channel of system messages; `null` if there is none. */
  systemChannelId: string | null;
  /** The permissions of the bot's roles in the whole guild. A channel may deny some. */
  botPermissions: bigint;
  /**
   * The bot's membership. `unavailable`: a member during an outage. `commands only`: the application's commands are installed
   * without the bot user.
   */
  bot: 'joined' | 'left' | 'unavailable' | 'commands only';
  /** End of the bot's timeout in milliseconds since 1970; 0 without a timeout. */
  timedOutUntil: number;
};

/** The files of a message. */
export type Attached = {
  files: readonly APIAttachment[];
  /** Ids of the files that an embed shows. Discord does not list them in the message's `attachments`. */
  inEmbeds: ReadonlySet<string>;
};

/** The current version of a message. `visibleTo` is the only person who sees an ephemeral message. */
export type Stored = {
  message: APIMessage;
  attached: Attached;
  visibleTo: string | undefined;
  edits: History<APIMessage>;
  deleted: boolean;
};

/** A person's account and the guilds of which it is a member. */
export type Account = { user: APIUser; admin: boolean; guildIds: Set<string>; joinedAt: string };
