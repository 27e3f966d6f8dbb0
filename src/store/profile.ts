import { sql } from 'kysely';
import type { Database } from './schema.ts';

export interface HitRate<Key> {
  readonly key: Key;
  readonly right: number;
  readonly answers: number;
}

export interface Profile {
  readonly points: number;
  readonly right: number;
  readonly answers: number;
  readonly bestStreak: number;
  /** The fastest right answer, in milliseconds. */
  readonly fastest: number | null;
  readonly genres: HitRate<string>[];
  readonly decades: HitRate<number>[];
}

const right = sql<number>`cast(sum(correct) as integer)`;

/** What a person did in the games of one server; undefined when they never played there. */
export async function readProfile(
  database: Database,
  who: { guildId: string; userId: string },
): Promise<Profile | undefined> {
  const own = database
    .selectFrom('picks')
    .where('picks.guild_id', '=', who.guildId)
    .where('picks.user_id', '=', who.userId);
  const all = await own
    .select(({ fn }) => [
      fn.countAll<number>().as('answers'),
      right.as('right'),
      sql<number>`cast(sum(points) as integer)`.as('points'),
      fn.max('streak').as('streak'),
      sql<number | null>`min(case when correct = 1 then ms end)`.as('fastest'),
    ])
    .executeTakeFirstOrThrow();
  if (Number(all.answers) === 0) return undefined;
  const withRounds = own.innerJoin('rounds', (join) =>
    join.onRef('rounds.game_id', '=', 'picks.game_id').onRef('rounds.number', '=', 'picks.round'),
  );
  const genres = await withRounds
    .select(({ fn }) => ['rounds.genre as key', right.as('right'), fn.countAll<number>().as('answers')])
    .where('rounds.genre', 'is not', null)
    .groupBy('rounds.genre')
    .orderBy('answers', 'desc')
    .orderBy('rounds.genre')
    .execute();
  const decades = await withRounds
    .select(({ fn }) => ['rounds.decade as key', right.as('right'), fn.countAll<number>().as('answers')])
    .where('rounds.decade', 'is not', null)
    .groupBy('rounds.decade')
    .orderBy('rounds.decade')
    .execute();
  return {
    points: Number(all.points),
    right: Number(all.right),
    answers: Number(all.answers),
    bestStreak: all.streak,
    fastest: all.fastest,
    genres: genres.flatMap(({ key, ...rate }) => (key === null ? [] : [{ key, ...numbers(rate) }])),
    decades: decades.flatMap(({ key, ...rate }) => (key === null ? [] : [{ key, ...numbers(rate) }])),
  };
}

const numbers = (rate: { right: number; answers: number }) => ({
  right: Number(rate.right),
  answers: Number(rate.answers),
});
