import type { Reply } from '../contract/call.ts';
import { OperatorError, type Sentence } from '../lib/sentence.ts';

/** How a game is won; `daily` is the question of the day, a game of one question that stays open for hours. */
export type Mode = 'classic' | 'survival' | 'first_to' | 'daily';
/** The modes of the games that people start. */
export type PlayedMode = Exclude<Mode, 'daily'>;

/**
 * The phase of a game:
 * - `opening`: the start message may not be shown yet
 * - `pause`: before the next question
 * - `posting`: the next question is stored, its message may not be posted yet
 * - `open`: the question takes picks
 * - `closing`: the round is closed, its answer may not be shown yet
 * - `ending`: the final scores may not be posted yet
 * - `over`
 */
export type Phase = 'opening' | 'pause' | 'posting' | 'open' | 'closing' | 'ending' | 'over';

export type EndReason = 'played' | 'won' | 'idle' | 'stopped' | 'used_up' | 'muted' | 'left' | 'broken';

/** Whether a fault ended a game. No message in the channel says so, because the bot could not post one. */
export const isFault = (reason: EndReason | null): reason is 'muted' | 'broken' =>
  reason === 'muted' || reason === 'broken';

/** Posts and edits the bot's messages in a channel, other than answers to commands. */
export interface Messenger {
  /**
   * Posts a message. Returns its id and the time at which it was posted, in milliseconds by Discord's clock. For some
   * minutes, a second call with the same nonce returns the first message instead of posting again.
   */
  post(channelId: string, reply: Reply, nonce: string): Promise<{ id: string; at: number }>;
  /** Edits a message. Returns false if it was deleted or is in an archived thread: then only a new message helps. */
  edit(channelId: string, messageId: string, reply: Reply): Promise<boolean>;
  /** Edits the answer of an interaction by its token, which is valid for 15 minutes. */
  editAnswer(token: string, reply: Reply): Promise<void>;
}

export interface MemberNames {
  /** The names of a server's members by user id. Names that Discord does not return in time are missing. */
  of(guildId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** The bot has no permission to write in the channel, or the channel is gone. */
export class CannotPostError extends OperatorError {}

/** A temporary fault of Discord or of the network: a retry may succeed. */
export class TransientDiscordError extends OperatorError {
  /** How long to wait before the retry, in milliseconds. */
  readonly retryAfter: number;
  constructor(sentence: Sentence, retryAfter: number, options?: ErrorOptions) {
    super(sentence, options);
    this.retryAfter = retryAfter;
  }
}

/** Discord rejected a message: a retry would fail too. */
export class RejectedMessageError extends OperatorError {}
