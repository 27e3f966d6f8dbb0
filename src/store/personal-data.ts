import { type RawBuilder, sql } from 'kysely';
import { lock } from './dialect.ts';
import type { Database, Schema } from './schema.ts';
import { subtractPerson } from './sums.ts';

/** How many rows the store has about a person, sums excluded. */
export type PersonalCounts = Record<
  'picks' | 'votes' | 'games_started' | 'teams' | 'shown_people' | 'draws',
  number
>;

/** Where a page begins: in a table, after the row with these keys or at the first row. */
export interface PersonalPlace {
  readonly table: PersonalTable;
  readonly after: Keys | undefined;
}

/** Rows as JSON, separated by commas and line ends. One string is sent to another thread faster than row objects. */
export interface PersonalPage {
  readonly json: string;
  readonly rows: number;
  /** `undefined` after the last row of the last table. */
  readonly next: PersonalPlace | undefined;
}

/** Counts the rows about a person. */
export async function countPersonalData(database: Database, userId: string): Promise<PersonalCounts> {
  const { rows } = await sql<PersonalCounts>`
    select
      (select coalesce(sum(answers), 0) from person_sums where user_id = ${userId}) as picks,
      (select count(*) from votes where user_id = ${userId}) as votes,
      (select count(*) from games where started_by = ${userId}) as games_started,
      (select count(*) from team_members where user_id = ${userId}) as teams,
      (select count(*) from shown_people where user_id = ${userId}) as shown_people,
      (select count(*) from draws where user_id = ${userId}) as draws
  `.execute(database);
  return rows[0] ?? { picks: 0, votes: 0, games_started: 0, teams: 0, shown_people: 0, draws: 0 };
}

/** Reads one page of the rows about a person. While a question is open, how the person's pick was judged is left out. */
export async function readPersonalPage(
  database: Database,
  userId: string,
  { table, after }: PersonalPlace,
): Promise<PersonalPage> {
  const { rows, last } = await readTable(database, table, userId, after);
  const open = await openPicks(database, userId);
  const following = PERSONAL_TABLES[PERSONAL_TABLES.indexOf(table) + 1];
  return {
    json: rows.map((row) => JSON.stringify(withoutVerdict(table, row, open))).join(',\n'),
    rows: rows.length,
    next:
      rows.length === PAGE_SIZE
        ? { table, after: last }
        : following && { table: following, after: undefined },
  };
}

/**
 * A person's picks in open rounds. SQLite joins in the order of `cross join`: it begins with the few games under way
 * instead of all picks of the person.
 */
async function openPicks(database: Database, userId: string): Promise<Set<string>> {
  const { rows } = await sql<{ game_id: string; round: number }>`
    select picks.game_id, picks.round
    from games cross join rounds cross join picks
    where phase <> 'over'
      and rounds.game_id = games.id and rounds.number = games.round and closed_at is null
      and picks.game_id = rounds.game_id and picks.round = rounds.number and user_id = ${userId}
  `.execute(database);
  return new Set(rows.map(({ game_id, round }) => `${game_id} ${round}`));
}

/** The columns that show how a pick was judged, in picks and in sums. */
const VERDICT_COLUMNS = ['correct', 'points', 'streak', 'fastest'];

/** The row without its verdict columns if it is, or counts, a pick of an open question. */
function withoutVerdict(table: PersonalTable, row: object, open: ReadonlySet<string>): object {
  const { game_id: gameId, round } = row as { game_id?: string; round?: number };
  const isOpen = table === 'picks' ? open.has(`${gameId} ${round}`) : open.size > 0;
  if (!isOpen) return row;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, VERDICT_COLUMNS.includes(name) ? null : value]),
  );
}

/** Erases everything about a person. Games that they started stay, without the starter's id. */
export async function erasePerson(database: Database, userId: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'exclusive');
    await subtractPerson(transaction, userId);
    await transaction.deleteFrom('picks').where('user_id', '=', userId).execute();
    await transaction.deleteFrom('pick_replies').where('user_id', '=', userId).execute();
    await transaction.deleteFrom('team_members').where('user_id', '=', userId).execute();
    await transaction.deleteFrom('votes').where('user_id', '=', userId).execute();
    await transaction.deleteFrom('shown_people').where('user_id', '=', userId).execute();
    await transaction.deleteFrom('draws').where('user_id', '=', userId).execute();
    await transaction.updateTable('games').set({ started_by: '' }).where('started_by', '=', userId).execute();
  });
}

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
  teams: { from: 'team_members', person: 'user_id', keys: { game_id: 'text' } },
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
