import { sql } from 'kysely';
import type { EndReason, Mode } from '../game/game.ts';
import type { Question } from '../game/question.ts';
import { type EarlierPick, judge, type Verdict } from '../game/rules.ts';
import { jsonRows, lock } from './dialect.ts';
import type { Database, PicksTable, RoundsTable } from './schema.ts';
import { addToSums } from './sums.ts';

/** A press of one of a question's buttons. */
export interface PickRecord {
  readonly token: string;
  readonly choice: number;
  readonly userId: string;
  /** When the person pressed, by Discord's clock. */
  readonly at: number;
  /** The server in which the person pressed: a token works in its own server alone. */
  readonly guildId: string;
  /** When the pressed message was made: a pick can come before the question is known to be posted. */
  readonly postedAt: number;
}

/** What became of a pick; `label` is the option that counts. */
export type PickOutcome =
  | (Verdict & { outcome: 'taken'; label: string })
  | { outcome: 'again'; label: string }
  | { outcome: 'late'; gameEnd: EndReason | null }
  | { outcome: 'out' | 'no such option' | 'unknown' };

type RoundOfPick = RoundsTable & { mode: Mode; end_reason: EndReason | null; ended_at: number | null };

/**
 * Judges and keeps picks that arrived together, in one transaction: when this resolves they are on the disk. One pick a
 * person and round: a second one is answered with the first, and the same press, heard again or by another process, as
 * it was at first. The outcomes are in the order of the picks.
 */
export async function recordPicks(database: Database, picks: readonly PickRecord[]): Promise<PickOutcome[]> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'together');
    const rounds = await readRounds(transaction, picks);
    const judged = await judgeAll(transaction, picks, rounds);
    const kept = await keep(transaction, judged);
    return Promise.all(judged.map((one) => tell(transaction, one, kept)));
  });
}

async function tell(
  database: Database,
  { pick, round, verdict }: Judged,
  kept: Set<string>,
): Promise<PickOutcome> {
  if (round === undefined) return { outcome: 'unknown' };
  const { outcome } = verdict;
  if (outcome === 'taken' && kept.delete(keyOf(placeOf(round, pick))))
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
    .select(['games.mode', 'games.end_reason', 'games.ended_at'])
    .where('token', 'in', unique(picks.map(({ token }) => token)))
    .execute();
  return new Map(rows.map((row) => [row.token, row]));
}

type Judged = { pick: PickRecord; round: RoundOfPick | undefined; verdict: Verdict | { outcome: 'unknown' } };

async function judgeAll(
  database: Database,
  picks: readonly PickRecord[],
  rounds: ReadonlyMap<string, RoundOfPick>,
): Promise<Judged[]> {
  const before = await readEarlier(database, picks, rounds);
  return picks.map((pick) => {
    const round = rounds.get(pick.token);
    if (round?.guild_id !== pick.guildId) return { pick, round, verdict: { outcome: 'unknown' } };
    const { game_id, previous } = round;
    const earlier = before.get(keyOf({ game_id, round: previous, user_id: pick.userId }));
    return { pick, round, verdict: judge(judgedRound(round, pick), pick, earlier) };
  });
}

/** What each person did in the round before, by the key of that pick. */
async function readEarlier(
  database: Database,
  picks: readonly PickRecord[],
  rounds: ReadonlyMap<string, RoundOfPick>,
): Promise<Map<string, EarlierPick>> {
  const places = new Map<string, [string, number, string]>();
  for (const { token, userId } of picks) {
    const round = rounds.get(token);
    if (round === undefined || round.previous === 0) continue;
    const { game_id, previous } = round;
    places.set(keyOf({ game_id, round: previous, user_id: userId }), [game_id, previous, userId]);
  }
  if (places.size === 0) return new Map();
  const { rows } = await sql<PicksTable>`
    select picks.*
    from ${jsonRows(database, [...places.values()])}
    join picks
      on game_id = cast(value ->> 0 as text)
      and round = cast(value ->> 1 as integer)
      and user_id = cast(value ->> 2 as text)
  `.execute(database);
  return new Map(rows.map((row) => [keyOf(row), { correct: row.correct === 1, streak: row.streak }]));
}

function judgedRound(round: RoundOfPick, { postedAt }: PickRecord) {
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
    isFirst: round.previous === 0,
  };
}

/**
 * When a round was cut short by a skip, a stop or the closing of its game, by Discord's clock; null while it was not. A
 * round is opened and closed by the clock of this machine: what counts is how long it was open.
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

/** Keeps the picks of those who had not picked, adds them to the sums, and gives their keys. */
async function keep(database: Database, judged: readonly Judged[]): Promise<Set<string>> {
  const rows = new Map<string, { pick: PicksTable; round: RoundOfPick }>();
  for (const { pick, round, verdict } of judged) {
    if (round === undefined || verdict.outcome !== 'taken') continue;
    const { correct, points, streak, ms } = verdict;
    const place = placeOf(round, pick);
    if (rows.has(keyOf(place))) continue;
    const kept = {
      ...place,
      guild_id: round.guild_id,
      choice: pick.choice,
      correct: correct ? 1 : 0,
      points,
      streak,
      at: pick.at,
      ms,
    } as const;
    rows.set(keyOf(place), { pick: kept, round });
  }
  if (rows.size === 0) return new Set();
  // Always in one order: processes that insert the same keys in different orders could wait for each other.
  const inOrder = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const rowsToKeep = inOrder.map(({ pick }) => [
    pick.game_id,
    pick.round,
    pick.user_id,
    pick.guild_id,
    pick.choice,
    pick.correct,
    pick.points,
    pick.streak,
    pick.at,
    pick.ms,
  ]);
  const { rows: inserted } = await sql<{ game_id: string; round: number; user_id: string }>`
    insert into picks (game_id, round, user_id, guild_id, choice, correct, points, streak, at, ms)
    select cast(value ->> 0 as text), cast(value ->> 1 as integer), cast(value ->> 2 as text), cast(value ->> 3 as text), cast(value ->> 4 as integer), cast(value ->> 5 as integer), cast(value ->> 6 as integer), cast(value ->> 7 as integer), cast(value ->> 8 as bigint), cast(value ->> 9 as integer)
    from ${jsonRows(database, rowsToKeep)}
    where true
    on conflict (game_id, round, user_id) do nothing
    returning game_id, round, user_id
  `.execute(database);
  const keys = new Set(inserted.map(keyOf));
  const added = inOrder.filter(({ pick }) => keys.has(keyOf(pick)));
  await addToSums(
    database,
    added.map(({ pick, round: { kind, genre, decade } }) => ({ ...pick, kind, genre, decade })),
  );
  return keys;
}

/** The pick that stands; undefined when there is none, or when it has been erased meanwhile. */
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

const unique = <Item>(items: readonly Item[]) => [...new Set(items)];
