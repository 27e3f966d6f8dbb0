import { sql } from 'kysely';
import { lock } from './dialect.ts';
import { type Keys, PAGE, PERSONAL_TABLES, type PersonalTable, readers } from './personal-tables.ts';
import type { Database } from './schema.ts';
import { takePersonFromSums } from './sums.ts';

/** How many rows are kept about a person; the sums are of the same picks. */
export type PersonalCounts = Record<'picks' | 'votes' | 'games_started' | 'shown_people', number>;

/** Where to go on reading: after the row of a table that has these keys, or at its beginning. */
export interface PersonalPlace {
  readonly table: PersonalTable;
  readonly after: Keys | undefined;
}

/** Some rows as they are kept, as JSON separated by commas and line ends: one text crosses threads fast, rows do not. */
export interface PersonalPage {
  readonly json: string;
  readonly rows: number;
  /** Undefined after the last row of the last table. */
  readonly next: PersonalPlace | undefined;
}

/** How much is kept about a person. */
export async function countPersonalData(database: Database, userId: string): Promise<PersonalCounts> {
  const { rows } = await sql<PersonalCounts>`
    select
      (select coalesce(sum(answers), 0) from person_sums where user_id = ${userId}) as picks,
      (select count(*) from votes where user_id = ${userId}) as votes,
      (select count(*) from games where started_by = ${userId}) as games_started,
      (select count(*) from shown_people where user_id = ${userId}) as shown_people
  `.execute(database);
  return rows[0] ?? { picks: 0, votes: 0, games_started: 0, shown_people: 0 };
}

/** Reads some of what is kept about a person, but of open questions not how the person's answer was judged. */
export async function readPersonalPage(
  database: Database,
  userId: string,
  { table, after }: PersonalPlace,
): Promise<PersonalPage> {
  const { read, keysOf } = readers[table];
  const rows = await read(database, userId, after);
  const open = await openPicks(database, userId);
  const last = rows.at(-1);
  const following = PERSONAL_TABLES[PERSONAL_TABLES.indexOf(table) + 1];
  const next =
    rows.length === PAGE && last !== undefined
      ? { table, after: keysOf(last) }
      : following && { table: following, after: undefined };
  return {
    json: rows.map((row) => JSON.stringify(untold(table, row, open))).join(',\n'),
    rows: rows.length,
    next,
  };
}

/**
 * A person's picks in rounds that are open. Written as cross joins, SQLite begins with the few games under way instead of
 * with all of the person's picks.
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

/** What tells how a pick was judged: of a pick itself, and of sums in which it is counted. */
const JUDGED = ['correct', 'points', 'streak', 'fastest'];

/** A row as it may be shown: while a question that the person answered is open, not how the answer was judged. */
function untold(table: PersonalTable, row: object, open: ReadonlySet<string>): object {
  const { game_id: gameId, round } = row as { game_id?: string; round?: number };
  const tells = table === 'picks' ? open.has(`${gameId} ${round}`) : open.size > 0;
  if (!tells) return row;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, JUDGED.includes(name) ? null : value]),
  );
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
