import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';
import type { Language } from '../lib/sentence.ts';
import type { OptionValues, Signature } from './signature.ts';

export type { Language } from '../lib/sentence.ts';

/** One request of one person: typed, pressed or chosen; in Discord, in a shell or over HTTP. */
export interface Call<Values extends OptionValues = OptionValues> {
  readonly signature: Signature;
  /** Checked against the signature. */
  readonly options: Values;
  readonly language: Language;
  /** When the person acted, in milliseconds since 1970, by Discord's clock. */
  readonly at: number;
  readonly userId: string;
  /** The person's name as Discord shows it. */
  readonly userName: string;
  /** null if the bot is not a member: direct messages and user installs. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** The message whose button or select this is; null for a typed command. */
  readonly messageId: string | null;
  /** When that message was created, by Discord's clock. */
  readonly messageAt: number | null;
  /** The id of the person who received that message as an answer; null if it is not an answer. */
  readonly messageFor: string | null;
  /** Discord's token to edit the answer for 15 minutes; undefined in a shell and over HTTP. */
  readonly answerToken?: string;
  /** Whether the person may manage the server, by Discord's permissions. */
  readonly manages: boolean;
  /** Whether the bot may post messages in the channel. */
  readonly botPosts: boolean;
  /** Whether the call came from an age-restricted channel. */
  readonly adult: boolean;
  /**
   * Extends the time limit to 10 s. Call it after names are resolved: from then on the answer can no longer become
   * private.
   */
  defer(how?: 'private'): Promise<void>;
  /**
   * Defers and extends the time limit to an hour. Until the command returns, the answer shows the result of `render`,
   * refreshed every few seconds; a later call only replaces `render`. The returned reply then replaces the answer; after
   * 15 minutes Discord no longer allows edits, so the reply becomes a new message. Do not query the catalogue afterwards:
   * its transaction would stay open for the whole job.
   */
  progress(render: () => Reply): Promise<void>;
  /**
   * Notes what options turned out to mean, e.g. `{ titulo: '#949' }`; with a signature, a call of it that means the same as the
   * whole. The button that shows the queries of the answer carries this call, because a custom id has 100 characters.
   */
  resolved?(options: OptionValues, signature?: Signature): void;
  /** Aborted at the time limit: the reply of the command is then ignored. */
  readonly signal: AbortSignal;
}

/** The answer of a command, as plain data. The surface that ran the command decides how to send it. */
export interface Reply {
  content?: string;
  embeds?: APIEmbed[];
  components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  files?: { name: string; data: Buffer; description: string }[];
  /** The id of the game that this reply announces. The game begins once the reply is sent; if sending fails, it is withdrawn. */
  opens?: string;
  /** Whether it is a message of a game, which anybody's press of its buttons may redraw. It gets no button for its queries. */
  shared?: boolean;
  /** Whether only the caller sees it. By default everybody does, except for a press on another person's message. */
  ephemeral?: boolean;
}

export interface Choice {
  name: string;
  value: string;
}

/** Text that a person is typing into an option, and the context of the labels. */
export interface Focused {
  readonly subcommand: string | undefined;
  readonly option: string;
  readonly typed: string;
  readonly userId: string;
  readonly guildId: string | null;
  readonly language: Language;
  readonly adult: boolean;
}

/** Interrupts a query at the time limit. */
export class TooSlow extends Error {}

/** Ends a long job when the bot stops before the job is done. */
export class CutOff extends Error {}

/** Values that a person can choose instead, and why. `several`: all of them match equally well. */
export interface Instead {
  readonly because: 'several' | 'unknown' | 'wrong';
  /** `description` distinguishes namesakes if the label is only a name. */
  readonly choices: readonly { value: string; label: string; description?: string }[];
}

/** A mistake that the person can correct. Only that person sees its reply; it is not logged as a fault. */
export class UserError extends Error {
  readonly reply: Reply;
  readonly instead: Instead;
  constructor(reply: Reply, instead: Instead = { because: 'wrong', choices: [] }) {
    const [embed] = reply.embeds ?? [];
    super(reply.content ?? embed?.title ?? embed?.description ?? 'user error');
    this.reply = { ...reply, ephemeral: true };
    this.instead = instead;
  }
}
