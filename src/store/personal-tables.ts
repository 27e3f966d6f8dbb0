import { type RawBuilder, sql } from 'kysely';
import type { Database, Schema } from './schema.ts';

/** A table with rows about people. */
interface TableOfPeople {
  readonly from: keyof Schema;
  /** The column with the person's id. */
  readonly person: string;
  /** The columns that order a person's rows, and their types. */
  readonly keys: Readonly<Record<string, 'text' | 'number'>>;
  /** A condition that lets SQLite use an index. */
  readonly where?: (userId: string) => RawBuilder<boolean>;
}

const tables = {
  picks: { from: 'picks', person: 'user_id', keys: { at: 'number', game_id: 'text', round: 'number' } },
  votes: { from: 'votes', person: 'user_id', keys: { game_id: 'text', round: 'number', wish: 'text' } },
  games_started: { from: 'games', person: 'started_by', keys: { id: 'text' } },
  shown_people: { from: 'shown_people', person: 'user_id', keys: { user_id: 'text' } },
  person_sums: { from: 'person_sums', person: 'user_id', keys: { guild_id: 'text' } },
  day_sums: { from: 'day_sums', person: 'user_id', keys: { day: 'number', guild_id: 'text' } },
  topic_sums: {
    from: 'topic_sums',
    person: 'user_id',
    keys: { guild_id: 'text', name: 'text' },
    where: (userId) => sql`guild_id in (select guild_id from person_sums where user_id = ${userId})`,
  },
  shown_days: { from: 'shown_days', person: 'user_id', keys: { day: 'number' } },
  draws: { from: 'draws', person: 'user_id', keys: { film_id: 'number' } },
} as const satisfies Record<string, TableOfPeople>;

export type PersonalTable = keyof typeof tables;

/** The tables with rows about people, in the order in which they are read. */
export const PERSONAL_TABLES = Object.keys(tables) as [PersonalTable, ...PersonalTable[]];

/** Values of a row's key columns. */
export type Keys = readonly (string | number)[];

/** Rows of a page: few enough that picks do not wait long for the thread. */
export const PAGE_SIZE = 2000;

/** The rows of a person after a key, in the order of the keys, and the key of the last row. */
export async function readTable(
  database: Database,
  table: PersonalTable,
  userId: string,
  after: Keys | undefined,
): Promise<{ rows: object[]; last: Keys | undefined }> {
  const { from, person, keys, where }: TableOfPeople = tables[table];
  const names = Object.keys(keys);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const isAfter = after === undefined ? sql`1 = 1` : sql`(${columns}) > (${sql.join(after)})`;
  const { rows } = await sql<Record<string, string | number>>`
    select * from ${sql.table(from)}
    where ${sql.ref(person)} = ${userId} and ${where?.(userId) ?? sql`1 = 1`} and ${isAfter}
    order by ${columns}
    limit ${PAGE_SIZE}
  `.execute(database);
  const last = rows.at(-1);
  return { rows, last: last && names.map((name) => last[name] ?? '') };
}

/** Parses the texts of a key; undefined if they are not a key of the table. */
export function parseKeys(table: PersonalTable, texts: readonly string[]): Keys | undefined {
  const types = Object.values(tables[table].keys);
  if (texts.length !== types.length) return undefined;
  const keys = texts.map((text, index) => (types[index] === 'number' ? Number(text) : text));
  return keys.every((key) => typeof key === 'string' || Number.isSafeInteger(key)) ? keys : undefined;
}
