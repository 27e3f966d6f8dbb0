import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';
import type { OptionValues, Signature } from './signature.ts';

/** The languages a person can be answered in. */
export type Language = 'es' | 'en';

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
  /** null where the bot is not a member: direct messages and user installs. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** The message whose button or select this is; null for a typed command. */
  readonly messageId: string | null;
  /** When that message was made, by Discord's clock. */
  readonly messageAt: number | null;
  /** Whose call that message answers; null where it answers nobody's. */
  readonly messageFor: string | null;
  /** Whether Discord says that the person may manage the server. */
  readonly manages: boolean;
  /** Whether the bot may post messages of its own in the channel. */
  readonly botPosts: boolean;
  /** Whether the call came from an age-restricted channel. */
  readonly adult: boolean;
  /** Buys a slow command 10 seconds. Call it once names are resolved: whether the answer is private is decided by it. */
  defer(how?: 'private'): Promise<void>;
  /**
   * Buys a job of minutes an hour, and defers. Until the command returns, the answer shows what `render` gives, anew
   * every few seconds; a later call only replaces `render`. What the command returns is then shown in its place, by a
   * new message where the answer can no longer be edited (Discord allows 15 minutes). Ask the catalogue nothing
   * afterwards: its transaction would last as long as the job.
   */
  progress(render: () => Reply): Promise<void>;
  /** Aborted when the answer would come too late: nobody waits for the command any more. */
  readonly signal: AbortSignal;
}

/** What a command answers, as plain data; whoever called decides how it is sent. */
export interface Reply {
  content?: string;
  embeds?: APIEmbed[];
  components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  files?: { name: string; data: Buffer; description: string }[];
  /** The game whose start this is: it begins once the reply is sent, and is withdrawn where it cannot be sent. */
  opens?: string;
  /** Whether only the caller sees it. Where it is left out, everybody sees it, but for presses on others' messages. */
  ephemeral?: boolean;
}

export interface Choice {
  name: string;
  value: string;
}

/** What is being typed into one option, and whose words the labels are in. */
export interface Focused {
  readonly subcommand: string | undefined;
  readonly option: string;
  readonly typed: string;
  readonly userId: string;
  readonly guildId: string | null;
  readonly language: Language;
  readonly adult: boolean;
}

/** What a query that took too long is interrupted with. */
export class TooSlow extends Error {}

/** What a long job ends with when the bot leaves before it is done. */
export class CutOff extends Error {}

/** What can be said instead of what was said: values, each with its name for a person; all of `several` were meant. */
export interface Instead {
  readonly because: 'several' | 'unknown' | 'wrong';
  /** `description` tells namesakes apart where the label is a name alone. */
  readonly choices: readonly { value: string; label: string; description?: string }[];
}

/** Something the person can mend. Its reply is shown to that person alone; it is not logged as a fault. */
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
