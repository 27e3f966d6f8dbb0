import { sql } from 'kysely';
import { lock } from './dialect.ts';
import type { Database } from './schema.ts';
import { addShownPerson, DAY_MS } from './sums.ts';

/** A person's points, right picks and all picks. */
export interface Score {
  readonly userId: string;
  readonly points: number;
  readonly right: number;
  readonly answers: number;
}

const totals = sql<number>`cast(sum(points) as integer)`;
const rights = sql<number>`cast(sum(correct) as integer)`;

/** The scores of a game, best first; the shorter total time breaks ties. */
export async function gameScores(database: Database, gameId: string): Promise<Score[]> {
  const rows = await database
    .selectFrom('picks')
    .select(({ fn }) => [
      'user_id',
      totals.as('points'),
      rights.as('right'),
      fn.countAll<number>().as('answers'),
      fn.sum<number>('ms').as('ms'),
    ])
    .where('game_id', '=', gameId)
    .groupBy('user_id')
    .orderBy('points', 'desc')
    .orderBy('ms')
    .orderBy('user_id')
    .execute();
  return rows.map(scoreOf);
}

/** The best scores of a server since a time (0: since ever), best first, at most `limit` people. */
export async function guildRanking(
  database: Database,
  { guildId, since, limit }: { guildId: string; since: number; limit: number },
): Promise<Score[]> {
  if (since === 0) {
    const rows = await database
      .selectFrom('person_sums')
      .select(['user_id', 'points', 'correct as right', 'answers'])
      .where('guild_id', '=', guildId)
      .orderBy('points', 'desc')
      .orderBy('user_id')
      .limit(limit)
      .execute();
    return rows.map(scoreOf);
  }
  const { firstDay, nextDayAt } = firstDayOf(since);
  const { rows } = await sql<ScoreRow>`
    select user_id, sum(points) as points, sum(correct) as "right", sum(answers) as answers
    from (
      select user_id, points, correct, answers from day_sums where guild_id = ${guildId} and day > ${firstDay}
      union all
      select user_id, points, correct, 1
      from picks
      where guild_id = ${guildId} and at >= ${since} and at < ${nextDayAt}
    ) as counted
    group by user_id
    order by points desc, user_id
    limit ${limit}
  `.execute(database);
  return rows.map(scoreOf);
}

/**
 * The best scores across servers since a time (0: since ever), best first, at most `limit` people. It includes only the
 * people who agreed to be shown, by the names they had then.
 */
export async function globalRanking(
  database: Database,
  { since, limit }: { since: number; limit: number },
): Promise<(Score & { name: string })[]> {
  if (since === 0) {
    const rows = await database
      .selectFrom('shown_people')
      .select(['user_id', 'name', 'points', 'correct as right', 'answers'])
      .where('answers', '>', 0)
      .orderBy('points', 'desc')
      .orderBy('user_id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...scoreOf(row), name: row.name }));
  }
  const { firstDay, nextDayAt } = firstDayOf(since);
  // `cross join` makes SQLite begin with the people who played that day.
  const { rows } = await sql<ScoreRow & { name: string }>`
    select user_id, name, counted.points, counted."right", counted.answers
    from (
      select user_id, sum(points) as points, sum(correct) as "right", sum(answers) as answers
      from (
        select user_id, points, correct, answers from shown_days where day > ${firstDay}
        union all
        select picks.user_id, picks.points, picks.correct, 1
        from shown_days cross join picks
        where day = ${firstDay} and picks.user_id = shown_days.user_id and at >= ${since} and at < ${nextDayAt}
      ) as parts
      group by user_id
      order by points desc, user_id
      limit ${limit}
    ) as counted join shown_people using (user_id)
    order by counted.points desc, user_id
  `.execute(database);
  return rows.map((row) => ({ ...scoreOf(row), name: row.name }));
}

/** The day that contains a time (its picks are counted one by one) and the start of the next day. */
function firstDayOf(since: number): { firstDay: number; nextDayAt: number } {
  const firstDay = Math.floor(since / DAY_MS);
  return { firstDay, nextDayAt: (firstDay + 1) * DAY_MS };
}

/** Shows a person in the ranking across servers under a name; null removes the person from it. */
export async function showPerson(database: Database, userId: string, name: string | null): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'exclusive');
    if (name !== null) return addShownPerson(transaction, userId, name);
    await transaction.deleteFrom('shown_people').where('user_id', '=', userId).execute();
    await transaction.deleteFrom('shown_days').where('user_id', '=', userId).execute();
  });
}

/** Whether a person is shown in the ranking across servers. */
export async function isShown(database: Database, userId: string): Promise<boolean> {
  const row = await database
    .selectFrom('shown_people')
    .select('user_id')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** A person's pick in one round, as the answer message shows it. */
export interface RoundPick {
  readonly userId: string;
  readonly choice: number;
  readonly correct: boolean;
  readonly points: number;
  readonly ms: number;
  readonly streak: number;
}

/** The picks of a round, fastest first. */
export async function roundPicks(database: Database, gameId: string, number: number): Promise<RoundPick[]> {
  const rows = await database
    .selectFrom('picks')
    .select(['user_id', 'choice', 'correct', 'points', 'ms', 'streak'])
    .where('game_id', '=', gameId)
    .where('round', '=', number)
    .orderBy('ms')
    .orderBy('user_id')
    .execute();
  return rows.map((row) => ({
    userId: row.user_id,
    choice: row.choice,
    correct: row.correct === 1,
    points: row.points,
    ms: row.ms,
    streak: row.streak,
  }));
}

interface ScoreRow {
  user_id: string;
  points: number;
  right: number;
  answers: number;
}

function scoreOf(row: ScoreRow): Score {
  return {
    userId: row.user_id,
    points: Number(row.points),
    right: Number(row.right),
    answers: Number(row.answers),
  };
}
