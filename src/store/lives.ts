import { sql } from 'kysely';
import type { Database } from './schema.ts';

/** The rounds and right picks from which the lives in a game of survival are computed. */
export interface LivesRecord {
  /** Rounds that were not skipped. */
  readonly played: number;
  /** Everybody who picked, with the right picks in these rounds. */
  readonly people: readonly { readonly userId: string; readonly right: number }[];
}

/** The record of a game's rounds before a number. */
export async function readLives(
  database: Database,
  { gameId, before }: { gameId: string; before: number },
): Promise<LivesRecord> {
  const rounds = database
    .selectFrom('rounds')
    .where('rounds.game_id', '=', gameId)
    .where('rounds.number', '<', before);
  const { played } = await rounds
    .where('skipped_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('played'))
    .executeTakeFirstOrThrow();
  const people = await rounds
    .innerJoin('picks', (join) =>
      join.onRef('picks.game_id', '=', 'rounds.game_id').onRef('picks.round', '=', 'rounds.number'),
    )
    .select('user_id')
    .select(sql<number>`sum(case when skipped_at is null then correct else 0 end)`.as('right'))
    .groupBy('user_id')
    .orderBy('user_id')
    .execute();
  return {
    played: Number(played),
    people: people.map(({ user_id, right }) => ({ userId: user_id, right: Number(right) })),
  };
}
