import { sql } from 'kysely';
import type { Language } from '../contract/call.ts';
import type { EndReason, Mode } from '../game/game.ts';
import type { Question } from '../game/question.ts';
import { type EarlierPicks, type JudgedRound, judge, type Verdict } from '../game/rules.ts';
import { insertRows, jsonRows, lock } from './dialect.ts';
import { showPicks } from './games.ts';
import { type LivesRecord, readLives } from './lives.ts';
import type { Database, PickRepliesTable, PicksTable, RoundsTable } from './schema.ts';
import { addToSums } from './sums.ts';

/** A press of a question's answer button. */
export interface PickRecord {
  readonly token: string;
  readonly choice: number;
  readonly userId: string;
  /** When the person pressed, by Discord's clock. */
  readonly at: number;
  /** The server of the press: a token is valid only in the server of its game. */
  readonly guildId: string;
  /** The same moment or later, by this machine's clock. */
  readonly now: number;
  /** When the message was posted; a pick can arrive before the store has `asked_at`. */
  readonly postedAt: number;
  /** How to edit the private reply to the pick. */
  readonly reply?: { readonly token: string; readonly language: Language } | undefined;
}

/** The result of a pick. `label` is the option that counts. */
export type PickOutcome =
  | (Verdict & { outcome: 'taken'; label: string })
  | { outcome: 'again'; label: string }
  | { outcome: 'late'; gameEnd: EndReason | null }
  | { outcome: 'out' | 'no such option' | 'unknown' };

type RoundOfPick = RoundsTable & {
  mode: Mode;
  lives: number;
  end_reason: EndReason | null;
  ended_at: number | null;
};

/**
 * Judges and stores picks in one transaction; they are durable when the promise resolves. A person has one pick a round:
 * a second pick returns the first one as `again`. A press that is delivered twice, or to two processes, returns the same
 * outcome both times. The outcomes are in the order of the picks.
 */
export async function recordPicks(database: Database, picks: readonly PickRecord[]): Promise<PickOutcome[]> {
  const { outcomes, games } = await database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'shared');
    const rounds = await readRounds(transaction, picks);
    const judged = await judgeAll(transaction, picks, rounds);
    const inserted = await insertPicks(transaction, judged);
    return {
      games: gamesToShow(judged),
      outcomes: await Promise.all(judged.map((pick) => outcomeOf(transaction, pick, inserted))),
    };
  });
  // One row at a time and outside the transaction: two processes that locked several games could wait for each other.
  for (const [gameId, now] of games) await showPicks(database, { gameId, now });
  return outcomes;
}

/** The games whose messages count new picks, and when these arrived. */
const gamesToShow = (judged: readonly Judged[]): ReadonlyMap<string, number> =>
  new Map(
    judged.flatMap(({ pick, round, verdict }): [string, number][] =>
      verdict.outcome === 'taken' && round !== undefined ? [[round.game_id, pick.now]] : [],
    ),
  );

async function outcomeOf(
  database: Database,
  { pick, round, verdict }: Judged,
  inserted: Set<string>,
): Promise<PickOutcome> {
  if (round === undefined) return { outcome: 'unknown' };
  const { outcome } = verdict;
  if (outcome === 'taken' && inserted.delete(keyOf(placeOf(round, pick))))
    return { ...verdict, label: labelOf(round, pick.choice) };
  if (outcome !== 'taken' && outcome !== 'late') return { outcome };
  const first = await readFirst(database, round, pick);
  if (first === undefined)
    return outcome === 'late'
      ? { outcome, gameEnd: round.end_reason }
      : { outcome: 'again', label: labelOf(round, pick.choice) };
  const { choice, at, correct, points, streak, ms } = first;
  const label = labelOf(round, choice);
  if (at !== pick.at || choice !== pick.choice) return { outcome: 'again', label };
  return { outcome: 'taken', correct: correct === 1, points, streak, ms, label };
}

async function readRounds(
  database: Database,
  picks: readonly PickRecord[],
): Promise<Map<string, RoundOfPick>> {
  const rows = await database
    .selectFrom('rounds')
    .innerJoin('games', 'games.id', 'rounds.game_id')
    .selectAll('rounds')
    .select(['games.mode', 'games.lives', 'games.end_reason', 'games.ended_at'])
    .where('token', 'in', [...new Set(picks.map(({ token }) => token))])
    .execute();
  return new Map(rows.map((row) => [row.token, row]));
}

type Judged = { pick: PickRecord; round: RoundOfPick | undefined; verdict: Verdict | { outcome: 'unknown' } };

async function judgeAll(
  database: Database,
  picks: readonly PickRecord[],
  rounds: ReadonlyMap<string, RoundOfPick>,
): Promise<Judged[]> {
  const streaks = await readStreaks(database, picks, rounds);
  const lives = await readLivesOf(database, rounds);
  return picks.map((pick) => {
    const { token, userId } = pick;
    const round = rounds.get(token);
    if (round?.guild_id !== pick.guildId) return { pick, round, verdict: { outcome: 'unknown' } };
    const { game_id } = round;
    const { played = 0, people = [] } = lives.get(token) ?? {};
    const earlier: EarlierPicks = {
      streak: streaks.get(keyOf({ game_id, round: round.number, user_id: userId })) ?? 0,
      right: people.find((person) => person.userId === userId)?.right ?? 0,
    };
    return { pick, round, verdict: judge(judgedRound(round, pick, played), pick, earlier) };
  });
}

/** The record of each round of survival, by the round's token. */
async function readLivesOf(
  database: Database,
  rounds: ReadonlyMap<string, RoundOfPick>,
): Promise<ReadonlyMap<string, LivesRecord>> {
  const records = new Map<string, LivesRecord>();
  for (const { token, mode, game_id: gameId, number: before } of rounds.values())
    if (mode === 'survival') records.set(token, await readLives(database, { gameId, before }));
  return records;
}

/**
 * Each person's streak before a round, by the key that their pick in it gets: that of the last earlier round that was not skipped, or of a later one
 * that was skipped after they had answered it right.
 */
async function readStreaks(
  database: Database,
  picks: readonly PickRecord[],
  rounds: ReadonlyMap<string, RoundOfPick>,
): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, [string, number, number, string]>();
  for (const { token, userId } of picks) {
    const round = rounds.get(token);
    if (round === undefined || round.number === 1) continue;
    const { game_id, previous, number } = round;
    places.set(keyOf({ game_id, round: number, user_id: userId }), [game_id, previous, number, userId]);
  }
  if (places.size === 0) return new Map();
  const { rows } = await sql<Pick<PicksTable, 'game_id' | 'user_id' | 'streak'> & { next: number }>`
    select game_id, cast(value ->> 2 as integer) as next, user_id, streak
    from ${jsonRows(database, [...places.values()])}
    join picks
      on game_id = cast(value ->> 0 as text)
      and round between cast(value ->> 1 as integer) and cast(value ->> 2 as integer) - 1
      and user_id = cast(value ->> 3 as text)
    where round = cast(value ->> 1 as integer) or correct = 1
    order by round
  `.execute(database);
  return new Map(rows.map(({ next, streak, ...row }) => [keyOf({ ...row, round: next }), streak]));
}

function judgedRound(round: RoundOfPick, { postedAt }: PickRecord, played: number): JudgedRound {
  const { answer, options, steps } = JSON.parse(round.question) as Question;
  return {
    answer,
    options: options.length,
    steps: steps?.length ?? 1,
    difficulty: round.difficulty,
    askedAt: round.asked_at ?? postedAt,
    allowed: round.allowed,
    hintAt: round.hint_at,
    cutAt: cutOf(round, postedAt),
    mode: round.mode,
    lives: round.lives,
    played,
  };
}

/**
 * When a skip, a stop or the end of its game closed a round early, by Discord's clock; null if nothing did. `opened_at`
 * and `closed_at` are by this machine's clock, so only their difference is used.
 */
function cutOf(round: RoundOfPick, postedAt: number): number | null {
  const { skipped_at, closed_at, opened_at, asked_at, end_reason, ended_at } = round;
  const closed = opened_at === null ? closed_at : closed_at && (asked_at ?? postedAt) + closed_at - opened_at;
  const stopped = end_reason === 'stopped' ? ended_at : null;
  const cuts = [skipped_at, closed, stopped].filter((cut) => cut !== null);
  return cuts.length === 0 ? null : Math.min(...cuts);
}

const placeOf = ({ game_id, number }: RoundOfPick, { userId }: PickRecord) => ({
  game_id,
  round: number,
  user_id: userId,
});

function labelOf(round: RoundOfPick, choice: number): string {
  return (JSON.parse(round.question) as Question).options[choice]?.label ?? '';
}

const pickColumns = {
  game_id: 'text',
  round: 'integer',
  user_id: 'text',
  guild_id: 'text',
  choice: 'integer',
  correct: 'integer',
  points: 'integer',
  streak: 'integer',
  at: 'bigint',
  ms: 'integer',
} as const satisfies Record<keyof PicksTable, string>;
const pickColumnNames = Object.keys(pickColumns) as (keyof PicksTable)[];

/** Inserts each person's first pick of a round, adds it to the sums, and returns the keys of the inserted picks. */
async function insertPicks(database: Database, judged: readonly Judged[]): Promise<Set<string>> {
  const rows = new Map<string, { pick: PicksTable; round: RoundOfPick; reply: PickRecord['reply'] }>();
  for (const { pick, round, verdict } of judged) {
    if (round === undefined || verdict.outcome !== 'taken') continue;
    const { correct, points, streak, ms } = verdict;
    const place = placeOf(round, pick);
    if (rows.has(keyOf(place))) continue;
    const row = {
      ...place,
      guild_id: round.guild_id,
      choice: pick.choice,
      correct: correct ? 1 : 0,
      points,
      streak,
      at: pick.at,
      ms,
    } as const;
    rows.set(keyOf(place), { pick: row, round, reply: replyToEdit(round, pick) });
  }
  if (rows.size === 0) return new Set();
  // In the order of the keys: two processes that insert the same keys in different orders could deadlock.
  const inOrder = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const values = inOrder.map(({ pick }) => pickColumnNames.map((name) => pick[name]));
  const { rows: inserted } = await sql<{ game_id: string; round: number; user_id: string }>`
    ${insertRows(database, 'picks', pickColumns, values)}
    on conflict (game_id, round, user_id) do nothing
    returning game_id, round, user_id
  `.execute(database);
  const keys = new Set(inserted.map(keyOf));
  const added = inOrder.filter(({ pick }) => keys.has(keyOf(pick)));
  await addToSums(
    database,
    added.map(({ pick, round: { kind, genre, decade } }) => ({ ...pick, kind, genre, decade })),
  );
  const replies = added.flatMap(({ pick: { game_id, round, user_id, guild_id }, reply }) =>
    reply === undefined ? [] : [{ game_id, round, user_id, guild_id, ...reply }],
  );
  if (replies.length > 0) await addReplies(database, replies);
  return keys;
}

/**
 * How the private reply is edited once the round closes. The replies of a closed round have been edited already; Discord's
 * token of a reply is valid for 15 minutes, and a question of the day is open for longer.
 */
const replyToEdit = ({ closed_at, mode }: RoundOfPick, { reply }: PickRecord) =>
  closed_at === null && mode !== 'daily' ? reply : undefined;

const replyColumns = {
  game_id: 'text',
  round: 'integer',
  user_id: 'text',
  guild_id: 'text',
  token: 'text',
  language: 'text',
} as const satisfies Record<keyof PickRepliesTable, string>;
const replyColumnNames = Object.keys(replyColumns) as (keyof PickRepliesTable)[];

async function addReplies(database: Database, replies: readonly PickRepliesTable[]): Promise<void> {
  const values = replies.map((reply) => replyColumnNames.map((name) => reply[name]));
  await sql`
    ${insertRows(database, 'pick_replies', replyColumns, values)}
    on conflict (game_id, round, user_id) do nothing
  `.execute(database);
}

/** The person's stored pick of the round; undefined if there is none, or if it was erased meanwhile. */
function readFirst(database: Database, round: RoundOfPick, { userId }: PickRecord) {
  return database
    .selectFrom('picks')
    .selectAll()
    .where('game_id', '=', round.game_id)
    .where('round', '=', round.number)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

const keyOf = (row: { game_id: string; round: number; user_id: string }) =>
  `${row.game_id} ${row.round} ${row.user_id}`;
