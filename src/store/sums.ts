import { type RawBuilder, sql } from 'kysely';
import { type Columns, insertRows } from './dialect.ts';
import type { Database, PicksTable, RoundsTable, Schema } from './schema.ts';

/** Days of the sums are whole UTC days, numbered from 1970. */
export const DAY_MS = 86_400_000;

/** A stored pick with the columns of its round that the sums group by. */
export type SummedPick = Omit<PicksTable, 'choice'> & Pick<RoundsTable, 'kind' | 'genre' | 'decade'>;

/**
 * Adds picks to the running sums, in the transaction that stores the picks. Rows are written table by table in the order
 * of their keys, so two processes cannot deadlock.
 */
export async function addToSums(transaction: Database, picks: readonly SummedPick[]): Promise<void> {
  if (picks.length === 0) return;
  await addToPeople(transaction, picks);
  await addSums(
    transaction,
    daySums,
    groupBy(picks, ({ guild_id, at, user_id }) => [guild_id, dayOf(at), user_id]),
  );
  const topics = picks.flatMap(({ genre, decade, ...pick }) => [
    ...(decade === null ? [] : [{ ...pick, topic: 'decade', name: String(decade) }]),
    ...(genre === null ? [] : [{ ...pick, topic: 'genre', name: genre }]),
  ]);
  await addSums(
    transaction,
    topicSums,
    groupBy(topics, ({ guild_id, user_id, topic, name }) => [guild_id, user_id, topic, name]),
  );
  await addSums(
    transaction,
    kindSums,
    groupBy(picks, ({ guild_id, kind }) => [guild_id, kind]),
  );
  await addToShown(transaction, picks);
}

type Sum = 'points' | 'correct' | 'answers';

/** A table of sums: its primary key and the sums that it has. */
interface SumTable {
  readonly table: keyof Schema;
  readonly key: Columns;
  readonly sums: readonly Sum[];
}

const sumTypes = { points: 'bigint', correct: 'integer', answers: 'integer' } as const;
const personSums: SumTable = {
  table: 'person_sums',
  key: { guild_id: 'text', user_id: 'text' },
  sums: ['points', 'correct', 'answers'],
};
const daySums: SumTable = {
  table: 'day_sums',
  key: { guild_id: 'text', day: 'integer', user_id: 'text' },
  sums: ['points', 'correct', 'answers'],
};
const topicSums: SumTable = {
  table: 'topic_sums',
  key: { guild_id: 'text', user_id: 'text', topic: 'text', name: 'text' },
  sums: ['correct', 'answers'],
};
const kindSums: SumTable = {
  table: 'kind_sums',
  key: { guild_id: 'text', kind: 'text' },
  sums: ['correct', 'answers'],
};
const shownDays: SumTable = {
  table: 'shown_days',
  key: { day: 'integer', user_id: 'text' },
  sums: ['points', 'correct', 'answers'],
};

/** Adds groups to the sums of a table; negative sums subtract. */
async function addSums(transaction: Database, to: SumTable, groups: readonly Totals[]): Promise<void> {
  if (groups.length === 0) return;
  const rows = groups.map(({ key, sum }) => [...key, ...to.sums.map((name) => sum[name])]);
  await upsert(transaction, to, {}, rows, []);
}

/** Inserts rows of keys, sums and `more` columns. On conflict the sums are added and `changes` are applied. */
async function upsert(
  transaction: Database,
  { table, key, sums }: SumTable,
  more: Columns,
  rows: readonly (readonly unknown[])[],
  changes: readonly RawBuilder<unknown>[],
): Promise<void> {
  const columns = { ...key, ...Object.fromEntries(sums.map((name) => [name, sumTypes[name]])), ...more };
  const keys = sql.join(Object.keys(key).map((name) => sql.ref(name)));
  const added = sums.map(
    (name) => sql`${sql.ref(name)} = ${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
  );
  await sql`
    ${insertRows(transaction, table, columns, rows)}
    on conflict (${keys}) do update set ${sql.join([...added, ...changes])}
  `.execute(transaction);
}

async function addToPeople(transaction: Database, picks: readonly SummedPick[]): Promise<void> {
  const rows = groupBy(picks, ({ guild_id, user_id }) => [guild_id, user_id]).map(({ key, sum, items }) => {
    const right = items.filter(({ correct }) => correct === 1).map(({ ms }) => ms);
    const streak = Math.max(...items.map((pick) => pick.streak));
    const fastest = right.length === 0 ? null : Math.min(...right);
    return [...key, sum.points, sum.correct, sum.answers, streak, fastest];
  });
  await upsert(transaction, personSums, { streak: 'integer', fastest: 'integer' }, rows, [
    sql`streak = case when excluded.streak > person_sums.streak then excluded.streak else person_sums.streak end`,
    sql`
      fastest = case
        when person_sums.fastest is null or excluded.fastest < person_sums.fastest then excluded.fastest
        else person_sums.fastest
      end
    `,
  ]);
}

/** Adds to the sums across servers of the people who are shown. */
async function addToShown(transaction: Database, picks: readonly SummedPick[]): Promise<void> {
  const shown = await transaction
    .selectFrom('shown_people')
    .select('user_id')
    .where('user_id', 'in', [...new Set(picks.map(({ user_id }) => user_id))])
    .execute();
  const ids = new Set(shown.map(({ user_id }) => user_id));
  const shownPicks = picks.filter(({ user_id }) => ids.has(user_id));
  for (const { key, sum } of groupBy(shownPicks, ({ user_id }) => [user_id])) {
    await sql`
      update shown_people
      set points = points + ${sum.points}, correct = correct + ${sum.correct}, answers = answers + ${sum.answers}
      where user_id = ${key[0]}
    `.execute(transaction);
  }
  await addSums(
    transaction,
    shownDays,
    groupBy(shownPicks, ({ at, user_id }) => [dayOf(at), user_id]),
  );
}

/** Subtracts a person from all sums, before their picks are erased in the same transaction. */
export async function subtractPerson(transaction: Database, userId: string): Promise<void> {
  const { rows } = await sql<{ guild_id: string; kind: string; correct: number; answers: number }>`
    select picks.guild_id, kind, sum(correct) as correct, count(*) as answers
    from picks join rounds on rounds.game_id = picks.game_id and rounds.number = picks.round
    where user_id = ${userId}
    group by picks.guild_id, kind
    order by picks.guild_id, kind
  `.execute(transaction);
  const negative = rows.map(({ guild_id, kind, correct, answers }) => ({
    key: [guild_id, kind],
    sum: { points: 0, correct: -Number(correct), answers: -Number(answers) },
  }));
  await addSums(transaction, kindSums, negative);
  const servers = sql`(select guild_id from person_sums where user_id = ${userId})`;
  await sql`delete from kind_sums where guild_id in ${servers} and answers = 0`.execute(transaction);
  await sql`delete from topic_sums where guild_id in ${servers} and user_id = ${userId}`.execute(transaction);
  await sql`delete from day_sums where user_id = ${userId}`.execute(transaction);
  await sql`delete from person_sums where user_id = ${userId}`.execute(transaction);
  await sql`delete from shown_days where user_id = ${userId}`.execute(transaction);
}

/** Subtracts a server from the sums across servers, before its own sums are erased in the same transaction. */
export async function subtractGuildFromShown(transaction: Database, guildId: string): Promise<void> {
  await sql`
    update shown_people
    set
      points = shown_people.points - guild.points,
      correct = shown_people.correct - guild.correct,
      answers = shown_people.answers - guild.answers
    from person_sums as guild
    where guild.guild_id = ${guildId} and guild.user_id = shown_people.user_id
  `.execute(transaction);
  await sql`
    update shown_days
    set
      points = shown_days.points - guild.points,
      correct = shown_days.correct - guild.correct,
      answers = shown_days.answers - guild.answers
    from day_sums as guild
    where guild.guild_id = ${guildId} and guild.user_id = shown_days.user_id and guild.day = shown_days.day
  `.execute(transaction);
  await sql`
    delete from shown_days
    where answers = 0 and user_id in (select user_id from person_sums where guild_id = ${guildId})
  `.execute(transaction);
}

/** Shows a person in the ranking across servers, with the sums of their picks so far. */
export async function addShownPerson(transaction: Database, userId: string, name: string): Promise<void> {
  await sql`
    insert into shown_people (user_id, name, points, correct, answers)
    select cast(${userId} as text), cast(${name} as text), coalesce(sum(points), 0), coalesce(sum(correct), 0), coalesce(sum(answers), 0)
    from person_sums
    where user_id = ${userId}
    on conflict (user_id) do update set name = excluded.name
  `.execute(transaction);
  await sql`
    insert into shown_days (day, user_id, points, correct, answers)
    select day, user_id, sum(points), sum(correct), sum(answers)
    from day_sums
    where user_id = ${userId}
    group by day, user_id
    on conflict (day, user_id) do nothing
  `.execute(transaction);
}

const dayOf = (at: number) => Math.floor(at / DAY_MS);

interface Totals {
  readonly key: readonly (string | number)[];
  readonly sum: Record<Sum, number>;
}

interface Group<Item> extends Totals {
  readonly items: Item[];
}

/** Groups picks by a key and sums them, in the order of the keys. */
function groupBy<Item extends Pick<SummedPick, 'points' | 'correct'>>(
  items: readonly Item[],
  keyOf: (item: Item) => readonly (string | number)[],
): Group<Item>[] {
  const groups = new Map<string, Group<Item>>();
  for (const item of items) {
    const key = keyOf(item);
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? { key, sum: { points: 0, correct: 0, answers: 0 }, items: [] };
    group.sum.points += item.points;
    group.sum.correct += item.correct;
    group.sum.answers += 1;
    group.items.push(item);
    groups.set(name, group);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}
