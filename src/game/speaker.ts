import type { Reply } from '../contract/call.ts';

/** The bot's own voice in a channel, apart from answers to commands. */
export interface Speaker {
  /**
   * Posts a message and gives its id and when it was made, by Discord's clock in milliseconds. The same nonce, within
   * some minutes, gives the message that is there instead of a second one.
   */
  post(channelId: string, reply: Reply, nonce: string): Promise<{ id: string; at: number }>;
  /** Changes a message; false when it is no longer there, or in an archived thread, where only a new message helps. */
  edit(channelId: string, messageId: string, reply: Reply): Promise<boolean>;
}

/** What people are called. */
export interface Names {
  /** The names of people of a server, by user id; who is not known in time is missing. */
  of(guildId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** The bot may not, or can no longer, write in that channel. */
export class Muted extends Error {}

/** A passing fault of Discord, or of the network in front of it: saying it again later may help. */
export class Unheard extends Error {
  /** How long Discord wants to be left alone, in milliseconds. */
  readonly retryAfter: number;
  constructor(message: string, retryAfter: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfter = retryAfter;
  }
}

/** Discord refused what was said: saying it again would not help. */
export class Refused extends Error {}
