import { sql } from 'kysely';
import type { Database } from './schema.ts';

/** The tables that hold rows about people, in the order in which they are read. */
export const PERSONAL_TABLES = [
  'picks',
  'votes',
  'games_started',
  'shown_people',
  'person_sums',
  'day_sums',
  'topic_sums',
  'shown_days',
] as const;
export type PersonalTable = (typeof PERSONAL_TABLES)[number];

/** The keys of a row that the next page comes after. */
export type Keys = readonly [string | number, string, number | string];

/** Rows of a page: few enough that the thread is not held while picks wait. */
export const PAGE = 2000;

/** A page of one table in the order of its keys, and the keys of a row. */
interface Reader {
  read(database: Database, userId: string, after: Keys | undefined): Promise<object[]>;
  keysOf(row: object): Keys;
}

const reader = <Row extends object>(
  read: (database: Database, userId: string, after: Keys | undefined) => Promise<Row[]>,
  keysOf: (row: Row) => Keys,
): Reader => ({ read, keysOf: keysOf as Reader['keysOf'] });

const FIRST = sql<boolean>`1 = 1`;

/** How each table is read. */
export const readers: Record<PersonalTable, Reader> = {
  picks: reader(
    (database, userId, after) =>
      database
        .selectFrom('picks')
        .selectAll()
        .where('user_id', '=', userId)
        .where(
          after === undefined
            ? FIRST
            : sql<boolean>`(at, game_id, round) > (${Number(after[0])}, ${after[1]}, ${Number(after[2])})`,
        )
        .orderBy('at')
        .orderBy('game_id')
        .orderBy('round')
        .limit(PAGE)
        .execute(),
    ({ at, game_id, round }) => [at, game_id, round],
  ),
  votes: reader(
    (database, userId, after) =>
      database
        .selectFrom('votes')
        .selectAll()
        .where('user_id', '=', userId)
        .where(
          after === undefined
            ? FIRST
            : sql<boolean>`(game_id, round, wish) > (${after[1]}, ${Number(after[0])}, ${String(after[2])})`,
        )
        .orderBy('game_id')
        .orderBy('round')
        .orderBy('wish')
        .limit(PAGE)
        .execute(),
    ({ game_id, round, wish }) => [round, game_id, wish],
  ),
  games_started: reader(
    (database, userId, after) =>
      database
        .selectFrom('games')
        .selectAll()
        .where('started_by', '=', userId)
        .where(after === undefined ? FIRST : sql<boolean>`id > ${after[1]}`)
        .orderBy('id')
        .limit(PAGE)
        .execute(),
    ({ id }) => [0, id, 0],
  ),
  shown_people: reader(
    (database, userId) =>
      database.selectFrom('shown_people').selectAll().where('user_id', '=', userId).execute(),
    ({ user_id }) => [0, user_id, 0],
  ),
  person_sums: reader(
    (database, userId, after) =>
      database
        .selectFrom('person_sums')
        .selectAll()
        .where('user_id', '=', userId)
        .where(after === undefined ? FIRST : sql<boolean>`guild_id > ${after[1]}`)
        .orderBy('guild_id')
        .limit(PAGE)
        .execute(),
    ({ guild_id }) => [0, guild_id, 0],
  ),
  day_sums: reader(
    (database, userId, after) =>
      database
        .selectFrom('day_sums')
        .selectAll()
        .where('user_id', '=', userId)
        .where(
          after === undefined ? FIRST : sql<boolean>`(day, guild_id) > (${Number(after[0])}, ${after[1]})`,
        )
        .orderBy('day')
        .orderBy('guild_id')
        .limit(PAGE)
        .execute(),
    ({ day, guild_id }) => [day, guild_id, 0],
  ),
  topic_sums: reader(
    (database, userId, after) =>
      database
        .selectFrom('topic_sums')
        .selectAll()
        .where('user_id', '=', userId)
        .where('guild_id', 'in', (sums) =>
          sums.selectFrom('person_sums').select('guild_id').where('user_id', '=', userId),
        )
        .where(
          after === undefined ? FIRST : sql<boolean>`(guild_id, name) > (${after[1]}, ${String(after[2])})`,
        )
        .orderBy('guild_id')
        .orderBy('name')
        .limit(PAGE)
        .execute(),
    ({ guild_id, name }) => [0, guild_id, name],
  ),
  shown_days: reader(
    (database, userId, after) =>
      database
        .selectFrom('shown_days')
        .selectAll()
        .where('user_id', '=', userId)
        .where(after === undefined ? FIRST : sql<boolean>`day > ${Number(after[0])}`)
        .orderBy('day')
        .limit(PAGE)
        .execute(),
    ({ day, user_id }) => [day, user_id, 0],
  ),
};
