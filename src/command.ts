import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Snapshot } from './catalogue/catalogue.ts';
import type { Charts } from './charts/charts.ts';
import type { Store } from './store/store.ts';
import type { Rooms } from './trivia/rooms.ts';
import type { Secrets } from './trivia/secrets.ts';

/** The languages a person can be answered in. */
export type Language = 'es' | 'en';

export type OptionValue = string | number | boolean;

/** The values of a call's options, by the option's own (Spanish) name. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** One request of one person: typed, pressed or chosen; in Discord, in a shell or over HTTP. */
export interface Call {
  /** The name as registered, with its subcommand after a space: "score_titulo", "trivia jugar". */
  readonly command: string;
  readonly subcommand: string | undefined;
  readonly options: OptionValues;
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
  /** Whether Discord says that the person may manage the server. */
  readonly manages: boolean;
  /** Whether the bot may post messages of its own in the channel. */
  readonly botPosts: boolean;
  /** Whether the call came from an age-restricted channel. */
  readonly adult: boolean;
  /** What is being asked in a game of this server, and so is not told until its round is over. */
  readonly secrets: () => Promise<Secrets>;
  /** Buys a slow command 10 seconds. Call it once names are resolved: what is private cannot be so afterwards. */
  defer(): Promise<void>;
}

/** What a command answers, as plain data; whoever called decides how it is sent. */
export interface Reply {
  content?: string;
  embeds?: APIEmbed[];
  components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  files?: { name: string; data: Buffer; description: string }[];
  /** Only the caller sees it. */
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
  readonly language: Language;
  readonly adult: boolean;
  /** What is being asked in a game of this server: labels must not help. */
  readonly secrets: Secrets;
}

/** What a command works with. The catalogue is one consistent view of the data for the length of a call. */
export interface Deps {
  readonly catalogue: Snapshot;
  readonly charts: Charts;
  readonly store: Store;
  readonly rooms: Pick<Rooms, 'wake'>;
  readonly clock: () => number;
  readonly random: () => number;
  readonly log: Logger;
  /** Where people read the operator's PRIVACY.md and TERMS.md, if anywhere. */
  readonly documentsUrl?: string | undefined;
}

export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** It is not for typing: only buttons of the bot's own messages call it. */
  readonly unlisted?: boolean;
  execute(call: Call, deps: Deps): Promise<Reply>;
  autocomplete?(focused: Focused, deps: Deps): Promise<Choice[]>;
}

/** What a query that took too long is interrupted with. */
export class TooSlow extends Error {}

/** Something the person can mend. Its reply is shown to that person alone; it is not logged as a fault. */
export class UserError extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(reply.content ?? reply.embeds?.[0]?.title ?? 'user error');
    this.reply = { ...reply, ephemeral: true };
  }
}
