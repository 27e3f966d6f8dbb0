import { lock } from './dialect.ts';
import type { Database } from './schema.ts';

/** For how long a drawn film is kept, in ms: 90 days. */
const KEPT_MS = 90 * 24 * 3600 * 1000;
/** The most films that are kept of a person; older ones are forgotten. */
export const MOST_DRAWS = 500;

/** The ids of the films that a person drew in the 90 days before `now`, latest first, at most 500. */
export async function readDraws(database: Database, userId: string, now: number): Promise<number[]> {
  const rows = await database
    .selectFrom('draws')
    .select('film_id')
    .where('user_id', '=', userId)
    .where('at', '>=', now - KEPT_MS)
    .orderBy('at', 'desc')
    .orderBy('film_id')
    .limit(MOST_DRAWS)
    .execute();
  return rows.map(({ film_id }) => film_id);
}

/**
 * Stores that a person drew a film, and forgets the films `again`, which may be drawn again. Everybody's draws of more than 90
 * days ago are erased, and the person's beyond the latest 500.
 */
export async function noteDraw(
  database: Database,
  { userId, filmId, again, now }: { userId: string; filmId: number; again: readonly number[]; now: number },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'shared');
    await transaction
      .deleteFrom('draws')
      .where('at', '<', now - KEPT_MS)
      .execute();
    if (again.length > 0)
      await transaction
        .deleteFrom('draws')
        .where('user_id', '=', userId)
        .where('film_id', 'in', again)
        .execute();
    await transaction
      .insertInto('draws')
      .values({ user_id: userId, film_id: filmId, at: now })
      .onConflict((conflict) => conflict.columns(['user_id', 'film_id']).doUpdateSet({ at: now }))
      .execute();
    await transaction
      .deleteFrom('draws')
      .where('user_id', '=', userId)
      .where('film_id', 'not in', (draws) =>
        draws
          .selectFrom('draws')
          .select('film_id')
          .where('user_id', '=', userId)
          .orderBy('at', 'desc')
          .orderBy('film_id')
          .limit(MOST_DRAWS),
      )
      .execute();
  });
}
