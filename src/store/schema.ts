import type { Kysely } from 'kysely';
import type { EndReason, Mode, Phase } from '../game/game.ts';

/** Milliseconds since 1970. */
type Time = number;
/** SQLite has no booleans. */
export type Flag = 0 | 1;

export interface SettingsTable {
  guild_id: string;
  language: 'es' | 'en' | null;
  /** One game at a time per server, or per channel. */
  games_per: 'server' | 'channel';
  seconds: number;
  pause: number;
  starters: 'everyone' | 'managers';
}

export interface GamesTable {
  id: string;
  guild_id: string;
  channel_id: string;
  /** The id of the server or channel that has one game at a time; null once the game is over. */
  place: string | null;
  language: 'es' | 'en';
  mode: Mode;
  /** Points that win in the mode `first_to`. */
  target: number;
  /** In the mode `survival`, how many questions a person may miss before they are out, that one included. */
  lives: number;
  rounds: number;
  /** The theme, as JSON. */
  theme: string;
  seconds: number;
  pause: number;
  started_by: string;
  started_at: Time;
  phase: Phase;
  /** The number of the current round; 0 before the first. */
  round: number;
  /** When the game's next step is due, by this machine's clock; 0 for now. */
  due_at: Time;
  /** The process with the lease of the game, and when the lease expires. */
  holder: string | null;
  held_until: Time;
  end_reason: EndReason | null;
  /** When the game was stopped or ended; later picks do not count. */
  ended_at: Time | null;
  /** The names of its teams, as JSON; null if everybody plays for themselves. */
  teams: string | null;
  /** Whether the person who started the game opens each question. */
  host: Flag;
  /** The last round that may open: the host called it. Beyond `rounds` once the host was away for too long. */
  called_round: number;
}

/** The team of a person in a game under way, counted from 0. */
export interface TeamMembersTable {
  game_id: string;
  user_id: string;
  guild_id: string;
  team: number;
  /** When the person joined. */
  at: Time;
}

export interface RoundsTable {
  game_id: string;
  number: number;
  guild_id: string;
  /** Identifies the round in the custom ids of its buttons, and reveals nothing about the question. */
  token: string;
  /** The last earlier round that was not skipped, for streaks; 0 if there is none. */
  previous: number;
  /** The whole question, as JSON. */
  question: string;
  kind: string;
  film_id: number;
  difficulty: number;
  genre: string | null;
  decade: number | null;
  message_id: string | null;
  /** When the question was posted, by Discord's clock; null before. */
  asked_at: Time | null;
  /** The same moment by the clock of the machine that posted it, for its timers. */
  opened_at: Time | null;
  /** The time to answer, in milliseconds. */
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
  /** Consecutive right answers, including this one. */
  streak: number;
  /** When the button was pressed, by Discord's clock. */
  at: Time;
  /** Milliseconds from the question to the pick. */
  ms: number;
}

/** The private replies to the picks of an open question: how to edit each once the question closes. */
export interface PickRepliesTable {
  game_id: string;
  round: number;
  user_id: string;
  guild_id: string;
  /** Discord's token of the press. It lets the bot edit the reply for 15 minutes. */
  token: string;
  /** The language of the reply. */
  language: 'es' | 'en';
}

/** Sums over all picks of a person in a server. */
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

/** Sums over a person's picks in a server on one UTC day, counted from 1970. */
export interface DaySumsTable {
  guild_id: string;
  day: number;
  user_id: string;
  points: number;
  correct: number;
  answers: number;
}

/** Sums over a person's picks in a server, by genre and by decade. */
export interface TopicSumsTable {
  guild_id: string;
  user_id: string;
  topic: 'genre' | 'decade';
  /** The English name of the genre, or the decade: 1990. */
  name: string;
  correct: number;
  answers: number;
}

/** Sums over a server's picks for one kind of question. */
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

/** How often a server was asked about a film by a kind of question; the least asked questions come first. */
export interface AskedTable {
  guild_id: string;
  kind: string;
  film_id: number;
  times: number;
}

/** People who agreed to be shown in the ranking across servers, with their name at that time and sums over all servers. */
export interface ShownPeopleTable {
  user_id: string;
  name: string;
  points: number;
  correct: number;
  answers: number;
}

/** Sums over a shown person's picks in all servers on one UTC day. */
export interface ShownDaysTable {
  day: number;
  user_id: string;
  points: number;
  correct: number;
  answers: number;
}

/** Servers that the bot has left; their data are erased after a while. */
export interface DeparturesTable {
  guild_id: string;
  left_at: Time;
}

/** Servers that got the welcome message. */
export interface WelcomesTable {
  guild_id: string;
  at: Time;
}

/** The last reserved start of a shard per `max_concurrency` bucket: Discord requires a pause between two starts. */
export interface ShardStartsTable {
  /** The shard's id modulo `max_concurrency`. */
  rest: number;
  at: Time;
}

/** The application that owns the store: at most one row, in slot 1. */
export interface OwnerTable {
  slot: 1;
  application_id: string;
}

/** Servers with guild commands (DEV_GUILD_ID, ADMIN_GUILD_ID). The commands are removed once no setting names the server. */
export interface CommandGuildsTable {
  guild_id: string;
}

/** Films that a person drew at random, so that none comes twice. */
export interface DrawsTable {
  user_id: string;
  film_id: number;
  at: Time;
}

/** The daily posts of the servers. */
export interface DailyPostsTable {
  guild_id: string;
  /** The films of the day in other years, or a question. */
  kind: 'efemerides' | 'pregunta';
  /** How many hours a question stays open; 0 for the films of the day. */
  hours: number;
  channel_id: string;
  /** 0 to 23, in the time zone, an IANA name. */
  hour: number;
  zone: string;
  language: 'es' | 'en';
  due_at: Time;
  /** The process with the lease of the post, and when the lease expires. */
  holder: string | null;
  held_until: Time;
  /** When the bot found that it may not write in the channel: nothing is posted since. */
  muted_at: Time | null;
}

export interface Schema {
  settings: SettingsTable;
  games: GamesTable;
  rounds: RoundsTable;
  picks: PicksTable;
  pick_replies: PickRepliesTable;
  team_members: TeamMembersTable;
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
  draws: DrawsTable;
  daily_posts: DailyPostsTable;
}

export type Database = Kysely<Schema>;
