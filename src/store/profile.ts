import type { Database, TopicSumsTable } from './schema.ts';

/** Right picks and all picks of one genre or decade. */
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

/** A person's results in one server; undefined if they never played there. */
export async function readProfile(
  database: Database,
  { guildId, userId }: { guildId: string; userId: string },
): Promise<Profile | undefined> {
  const sums = await database
    .selectFrom('person_sums')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (sums === undefined) return undefined;
  const topics = await database
    .selectFrom('topic_sums')
    .select(['topic', 'name', 'correct as right', 'answers'])
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .orderBy('answers', 'desc')
    .orderBy('name')
    .execute();
  const ratesOf = (wanted: TopicSumsTable['topic']) =>
    topics
      .filter(({ topic }) => topic === wanted)
      .map(({ name, right, answers }) => ({ key: name, right, answers }));
  return {
    points: sums.points,
    right: sums.correct,
    answers: sums.answers,
    bestStreak: sums.streak,
    fastest: sums.fastest,
    genres: ratesOf('genre'),
    decades: ratesOf('decade')
      .map((rate) => ({ ...rate, key: Number(rate.key) }))
      .sort((one, other) => one.key - other.key),
  };
}
