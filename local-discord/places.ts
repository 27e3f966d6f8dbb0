import type { APIAttachment, APIMessage, APIUser } from 'discord-api-types/v10';
import type { History } from './history.ts';

/**
 * Discord's channel types: 0 text of a guild, 1 direct messages, 2 voice (with a text chat), 5 announcements, 11 and 12 a public and
 * a private thread, 13 a stage (with a text chat), 15 a forum (which has threads and no messages).
 */
export type ChannelType = 0 | 1 | 2 | 5 | 11 | 12 | 13 | 15;

export type Channel = {
  id: string;
  name: string;
  type: ChannelType;
  nsfw: boolean;
  guildId: string | undefined;
  /** What the bot itself may do there: Discord's permission bits. A thread has those of its parent. */
  botMay: bigint;
  /** What a thread has and other channels have not. */
  thread: Thread | undefined;
  messages: Map<string, Stored>;
  /** Of the last message that was made there; it may be gone. */
  lastMessageId: string | null;
};

export type Thread = {
  parent: Channel;
  ownerId: string;
  /** Nothing in it can be changed; a new message revives it, unless it is locked. */
  archived: boolean;
  /** Nobody but those who manage threads may write in it or revive it. */
  locked: boolean;
};

export type Guild = {
  id: string;
  name: string;
  locale: string;
  ownerId: string;
  channels: Channel[];
  threads: Channel[];
  /** Where the server's own messages go, if anywhere. */
  systemChannelId: string | null;
  /** What the bot's roles allow it in the whole guild; a channel may take some of it away. */
  botMay: bigint;
  /**
   * Whether the bot is a member. `unavailable`: it is, but an outage keeps the guild from it. `commands only`: the guild has the
   * bot's commands, installed without the bot itself.
   */
  bot: 'joined' | 'left' | 'unavailable' | 'commands only';
  /** When the bot's timeout ends, in milliseconds since 1970; 0 without one. */
  timedOutUntil: number;
};

/** The files of a message. */
export type Attached = {
  files: readonly APIAttachment[];
  /** Ids of the files that an embed shows. Discord leaves these out of the `attachments` of the message. */
  inEmbeds: ReadonlySet<string>;
};

/** A message as it is now. An ephemeral one has the id of the only person who sees it. */
export type Stored = {
  message: APIMessage;
  attached: Attached;
  seenBy: string | undefined;
  edits: History<APIMessage>;
  deleted: boolean;
};

/** A person's account, and in which guilds it is a member. */
export type Account = { user: APIUser; admin: boolean; guildIds: Set<string>; joinedAt: string };
