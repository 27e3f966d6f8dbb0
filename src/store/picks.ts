import { judge, type Verdict } from '../trivia/rules.ts';
import type { Database, Mode, RoundsTable } from './schema.ts';

/** A press of one of a question's buttons. */
export interface Pick {
  readonly token: string;
  readonly choice: number;
  readonly userId: string;
  /** When the person pressed, by Discord's clock. */
  readonly at: number;
  /** The message that was pressed and when it was made: a pick can come before the question is known to be posted. */
  readonly messageId: string;
  readonly postedAt: number;
}

export type PickOutcome = Verdict | { outcome: 'again'; choice: number } | { outcome: 'unknown' };

type RoundOfPick = RoundsTable & { mode: Mode };

/**
 * Judges and keeps picks that arrived together, in one transaction: when this resolves they are on the disk. One pick a
 * person and round: a second one, be it at the same moment in another process, is answered with the first. The
 * outcomes are in the order of the picks.
 */
export async function recordPicks(database: Database, picks: readonly Pick[]): Promise<PickOutcome[]> {
  return database.transaction().execute(async (transaction) => {
    const rounds = await readRounds(transaction, picks);
    const judged = await judgeAll(transaction, picks, rounds);
    const rows = judged.flatMap(({ pick, round, verdict }) =>
      round !== undefined && verdict.outcome === 'taken' ? [{ pick, row: rowOf(pick, round, verdict) }] : [],
    );
    const kept = await keep(
      transaction,
      rows.map(({ row }) => row),
    );
    const winners = new Set<Pick>();
    for (const { pick, row } of rows) {
      const key = keyOf(row);
      if (kept.delete(key)) winners.add(pick);
    }
    return Promise.all(
      judged.map(({ pick, round, verdict }) =>
        round === undefined || verdict.outcome !== 'taken' || winners.has(pick)
          ? verdict
          : again(transaction, round, pick),
      ),
    );
  });
}

async function readRounds(database: Database, picks: readonly Pick[]): Promise<Map<string, RoundOfPick>> {
  const rows = await database
    .selectFrom('rounds')
    .innerJoin('games', 'games.id', 'rounds.game_id')
    .selectAll('rounds')
    .select('games.mode')
    .where('token', 'in', unique(picks.map(({ token }) => token)))
    .execute();
  return new Map(rows.map((row) => [row.token, row]));
}

type Judged = { pick: Pick; round: RoundOfPick | undefined; verdict: PickOutcome };

async function judgeAll(
  database: Database,
  picks: readonly Pick[],
  rounds: ReadonlyMap<string, RoundOfPick>,
): Promise<Judged[]> {
  const before = new Map<string, { correct: boolean; streak: number }>();
  const known = [...rounds.values()];
  if (known.length > 0) {
    const rows = await database
      .selectFrom('picks')
      .select(['game_id', 'round', 'user_id', 'correct', 'streak'])
      .where('user_id', 'in', unique(picks.map(({ userId }) => userId)))
      .where((where) =>
        where.or(known.map(({ game_id, previous }) => where.and({ game_id, round: previous }))),
      )
      .execute();
    for (const row of rows) before.set(keyOf(row), { correct: row.correct === 1, streak: row.streak });
  }
  return picks.map((pick) => {
    const round = rounds.get(pick.token);
    if (round === undefined) return { pick, round, verdict: { outcome: 'unknown' } };
    const { game_id, previous } = round;
    const earlier = before.get(keyOf({ game_id, round: previous, user_id: pick.userId }));
    return { pick, round, verdict: judge(judgedRound(round, pick), pick, earlier) };
  });
}

function judgedRound(round: RoundOfPick, { postedAt }: Pick) {
  const { answer, options, steps } = JSON.parse(round.question);
  return {
    answer,
    options: options.length,
    steps: steps?.length ?? 1,
    difficulty: round.difficulty,
    askedAt: round.asked_at ?? postedAt,
    allowed: round.allowed,
    hintAt: round.hint_at,
    skippedAt: round.skipped_at,
    mode: round.mode,
    isFirst: round.previous === 0,
  };
}

function rowOf(pick: Pick, round: RoundOfPick, verdict: Verdict & { outcome: 'taken' }) {
  const { correct, points, streak, ms } = verdict;
  return {
    game_id: round.game_id,
    round: round.number,
    user_id: pick.userId,
    guild_id: round.guild_id,
    choice: pick.choice,
    correct: correct ? (1 as const) : (0 as const),
    points,
    streak,
    at: pick.at,
    ms,
  };
}

/** Keeps the rows of those who had not picked, and gives their keys. */
async function keep(database: Database, rows: readonly ReturnType<typeof rowOf>[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const inserted = await database
    .insertInto('picks')
    .values(firstOfEach(rows))
    .onConflict((conflict) => conflict.columns(['game_id', 'round', 'user_id']).doNothing())
    .returning(['game_id', 'round', 'user_id'])
    .execute();
  return new Set(inserted.map(keyOf));
}

function firstOfEach<Row extends { game_id: string; round: number; user_id: string }>(
  rows: readonly Row[],
): Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) if (!byKey.has(keyOf(row))) byKey.set(keyOf(row), row);
  // Always in one order: processes that insert the same keys in different orders could wait for each other.
  return [...byKey.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function again(database: Database, round: RoundOfPick, pick: Pick): Promise<PickOutcome> {
  const first = await database
    .selectFrom('picks')
    .select('choice')
    .where('game_id', '=', round.game_id)
    .where('round', '=', round.number)
    .where('user_id', '=', pick.userId)
    .executeTakeFirstOrThrow();
  return { outcome: 'again', choice: first.choice };
}

const keyOf = (row: { game_id: string; round: number; user_id: string }) =>
  `${row.game_id} ${row.round} ${row.user_id}`;

const unique = <Item>(items: readonly Item[]) => [...new Set(items)];
