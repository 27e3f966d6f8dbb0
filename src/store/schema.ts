import type { Kysely } from 'kysely';
import type { EndReason, Mode, Phase } from '../game/game.ts';

/** When something happened, in milliseconds since 1970. */
type Time = number;
/** SQLite has no booleans. */
export type Flag = 0 | 1;

export interface SettingsTable {
  guild_id: string;
  language: 'es' | 'en' | null;
  /** One game a server, or one a channel. */
  games_per: 'server' | 'channel';
  seconds: number;
  pause: number;
  starters: 'everyone' | 'managers';
}

export interface GamesTable {
  id: string;
  guild_id: string;
  channel_id: string;
  /** The server or channel that holds one game at a time; null once it is over. */
  place: string | null;
  language: 'es' | 'en';
  mode: Mode;
  /** Points that win, where the mode is `first_to`. */
  target: number;
  rounds: number;
  /** The theme, as JSON. */
  theme: string;
  seconds: number;
  pause: number;
  started_by: string;
  started_at: Time;
  phase: Phase;
  /** The number of the present round; 0 before the first. */
  round: number;
  /** When the game wants to be looked after next, by this machine's clock; 0 for at once. */
  due_at: Time;
  /** The process that looks after it, and until when it has the say. */
  holder: string | null;
  held_until: Time;
  end_reason: EndReason | null;
  /** When it was stopped or was over: what is picked later counts no more. */
  ended_at: Time | null;
}

export interface RoundsTable {
  game_id: string;
  number: number;
  guild_id: string;
  /** What its buttons carry: says nothing of the question. */
  token: string;
  /** The round before it that was not skipped, for streaks; 0 when there is none. */
  previous: number;
  /** The whole question, as JSON. */
  question: string;
  kind: string;
  film_id: number;
  difficulty: number;
  genre: string | null;
  decade: number | null;
  message_id: string | null;
  /** When people saw it, by Discord's clock; null until posted. */
  asked_at: Time | null;
  /** The same moment by the clock of the machine that posted it: its timers go by this one. */
  opened_at: Time | null;
  /** How long they have, in milliseconds. */
  allowed: number;
  hint_at: Time | null;
  skipped_at: Time | null;
  closed_at: Time | null;
}

export interface PicksTable {
  game_id: string;
  round: number;
  user_id: string;
  guild_id: string;
  choice: number;
  correct: Flag;
  points: number;
  /** Right answers in a row, this one included. */
  streak: number;
  /** When the person pressed, by Discord's clock. */
  at: Time;
  /** From the question to the pick. */
  ms: number;
}

/** What a person has in a server, over all their picks there. */
export interface PersonSumsTable {
  guild_id: string;
  user_id: string;
  points: number;
  correct: number;
  answers: number;
  /** The longest streak. */
  streak: number;
  /** The fastest right answer, in milliseconds. */
  fastest: number | null;
}

/** The same, a day of UTC (counted from 1970) at a time. */
export interface DaySumsTable {
  guild_id: string;
  day: number;
  user_id: string;
  points: number;
  correct: number;
  answers: number;
}

/** How often a person was right in a server, by genre and by decade. */
export interface TopicSumsTable {
  guild_id: string;
  user_id: string;
  topic: 'genre' | 'decade';
  /** The genre in English, or the decade: 1990. */
  name: string;
  correct: number;
  answers: number;
}

/** How often a server's people were right at a kind of question. */
export interface KindSumsTable {
  guild_id: string;
  kind: string;
  correct: number;
  answers: number;
}

export interface VotesTable {
  game_id: string;
  round: number;
  wish: 'hint' | 'skip';
  user_id: string;
}

/** What a server has been asked, and how often: nothing comes again before the rest of its pool did. */
export interface AskedTable {
  guild_id: string;
  kind: string;
  film_id: number;
  times: number;
}

/** People who agreed to be shown in the ranking across servers, by the name they had then, with their sums over all servers. */
export interface ShownPeopleTable {
  user_id: string;
  name: string;
  points: number;
  correct: number;
  answers: number;
}

/** Their sums over all servers, a day of UTC at a time. */
export interface ShownDaysTable {
  day: number;
  user_id: string;
  points: number;
  correct: number;
  answers: number;
}

/** Servers that the bot was taken out of: what is known of them goes after a while. */
export interface DeparturesTable {
  guild_id: string;
  left_at: Time;
}

/** Servers that have been welcomed: each is once. */
export interface WelcomesTable {
  guild_id: string;
  at: Time;
}

/** When shards whose numbers leave this rest may have started last: Discord wants a pause before the next. */
export interface ShardStartsTable {
  rest: number;
  at: Time;
}

/** The application that the store belongs to: at most one row, in slot 1. */
export interface OwnerTable {
  slot: 1;
  application_id: string;
}

/** Guilds with commands of their own (DEV_GUILD_ID, ADMIN_GUILD_ID), to be emptied once they are no longer named. */
export interface CommandGuildsTable {
  guild_id: string;
}

export interface Schema {
  settings: SettingsTable;
  games: GamesTable;
  rounds: RoundsTable;
  picks: PicksTable;
  person_sums: PersonSumsTable;
  day_sums: DaySumsTable;
  topic_sums: TopicSumsTable;
  kind_sums: KindSumsTable;
  votes: VotesTable;
  asked: AskedTable;
  shown_people: ShownPeopleTable;
  shown_days: ShownDaysTable;
  departures: DeparturesTable;
  welcomes: WelcomesTable;
  shard_starts: ShardStartsTable;
  owner: OwnerTable;
  command_guilds: CommandGuildsTable;
}

export type Database = Kysely<Schema>;
