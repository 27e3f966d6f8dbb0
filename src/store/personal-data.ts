import { lock } from './dialect.ts';
import type { Database } from './schema.ts';
import { takePersonFromSums } from './sums.ts';

/** Everything that is kept about one person, table by table, as it is kept. */
export type PersonalData = Record<'picks' | 'votes' | 'games_started' | 'shown_people', object[]>;

/** Reads everything that is kept about a person. */
export async function readPersonalData(database: Database, userId: string): Promise<PersonalData> {
  const [picks, votes, games, shown] = await Promise.all([
    database.selectFrom('picks').selectAll().where('user_id', '=', userId).orderBy('at').execute(),
    database.selectFrom('votes').selectAll().where('user_id', '=', userId).orderBy('game_id').execute(),
    database.selectFrom('games').selectAll().where('started_by', '=', userId).orderBy('started_at').execute(),
    database.selectFrom('shown_people').selectAll().where('user_id', '=', userId).execute(),
  ]);
  return { picks, votes, games_started: games, shown_people: shown };
}

/** A person's picks in rounds that are open: how they were judged is not told yet. */
export async function openPicks(
  database: Database,
  userId: string,
): Promise<{ game_id: string; round: number }[]> {
  return database
    .selectFrom('picks')
    .innerJoin('rounds', (join) =>
      join.onRef('rounds.game_id', '=', 'picks.game_id').onRef('rounds.number', '=', 'picks.round'),
    )
    .select(['picks.game_id', 'picks.round'])
    .where('picks.user_id', '=', userId)
    .where('rounds.closed_at', 'is', null)
    .execute();
}

/** Erases everything about a person; a game that they started goes on without a name. */
export async function erasePerson(database: Database, userId: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'alone');
    await takePersonFromSums(transaction, userId);
    await transaction.deleteFrom('picks').where('user_id', '=', userId).execute();
    await transaction.deleteFrom('votes').where('user_id', '=', userId).execute();
    await transaction.deleteFrom('shown_people').where('user_id', '=', userId).execute();
    await transaction.updateTable('games').set({ started_by: '' }).where('started_by', '=', userId).execute();
  });
}
