import { sql } from 'kysely';
import type { Database } from './schema.ts';

export interface Score {
  readonly userId: string;
  readonly points: number;
  readonly right: number;
  readonly answers: number;
}

const totals = sql<number>`cast(sum(points) as integer)`;
const rights = sql<number>`cast(sum(correct) as integer)`;

/** The table of a game: the most points first, of equal ones who needed less time. */
export async function gameTable(database: Database, gameId: string): Promise<Score[]> {
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

/** A server's table since a time, the best first, at most `limit` people. */
export async function guildRanking(
  database: Database,
  { guildId, since, limit }: { guildId: string; since: number; limit: number },
): Promise<Score[]> {
  const rows = await database
    .selectFrom('picks')
    .select(({ fn }) => [
      'user_id',
      totals.as('points'),
      rights.as('right'),
      fn.countAll<number>().as('answers'),
    ])
    .where('guild_id', '=', guildId)
    .where('at', '>=', since)
    .groupBy('user_id')
    .orderBy('points', 'desc')
    .orderBy('user_id')
    .limit(limit)
    .execute();
  return rows.map(scoreOf);
}

/** The table across servers since a time, of those people alone who agreed to be in it, by the names they gave. */
export async function globalRanking(
  database: Database,
  { since, limit }: { since: number; limit: number },
): Promise<(Score & { name: string })[]> {
  const rows = await database
    .selectFrom('picks')
    .innerJoin('shown_people', 'shown_people.user_id', 'picks.user_id')
    .select(({ fn }) => [
      'picks.user_id',
      'shown_people.name',
      totals.as('points'),
      rights.as('right'),
      fn.countAll<number>().as('answers'),
    ])
    .where('at', '>=', since)
    .groupBy(['picks.user_id', 'shown_people.name'])
    .orderBy('points', 'desc')
    .orderBy('picks.user_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...scoreOf(row), name: row.name }));
}

/** Shows a person in the table across servers under a name, or, with no name, no longer. */
export async function showPerson(database: Database, userId: string, name: string | null): Promise<void> {
  if (name === null) {
    await database.deleteFrom('shown_people').where('user_id', '=', userId).execute();
    return;
  }
  await database
    .insertInto('shown_people')
    .values({ user_id: userId, name })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ name }))
    .execute();
}

/** Whether a person agreed to be in the table across servers. */
export async function isShown(database: Database, userId: string): Promise<boolean> {
  const row = await database
    .selectFrom('shown_people')
    .select('user_id')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What one person did in one round, as those who look on see it. */
export interface RoundPick {
  readonly userId: string;
  readonly correct: boolean;
  readonly points: number;
  readonly ms: number;
  readonly streak: number;
}

/** The picks of a round, the fastest first. */
export async function roundPicks(database: Database, gameId: string, number: number): Promise<RoundPick[]> {
  const rows = await database
    .selectFrom('picks')
    .select(['user_id', 'correct', 'points', 'ms', 'streak'])
    .where('game_id', '=', gameId)
    .where('round', '=', number)
    .orderBy('ms')
    .orderBy('user_id')
    .execute();
  return rows.map((row) => ({
    userId: row.user_id,
    correct: row.correct === 1,
    points: row.points,
    ms: row.ms,
    streak: row.streak,
  }));
}

function scoreOf(row: { user_id: string; points: number; right: number; answers: number }): Score {
  return {
    userId: row.user_id,
    points: Number(row.points),
    right: Number(row.right),
    answers: Number(row.answers),
  };
}
