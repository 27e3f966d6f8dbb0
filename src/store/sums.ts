import { sql } from 'kysely';
import { jsonRows } from './dialect.ts';
import type { Database, PicksTable, RoundsTable } from './schema.ts';

/** Days of the sums are whole days of UTC, numbered from 1970. */
export const DAY_MS = 86_400_000;

/** A pick that was kept, with what the sums count of its round. */
export type SummedPick = Omit<PicksTable, 'choice'> & Pick<RoundsTable, 'kind' | 'genre' | 'decade'>;

/**
 * Adds picks to the running sums, in the transaction that keeps the picks. Rows are written table by table and in the
 * order of their keys, so that two processes never wait for each other.
 */
export async function addToSums(transaction: Database, picks: readonly SummedPick[]): Promise<void> {
  if (picks.length === 0) return;
  await addToPeople(transaction, picks);
  await addToDays(transaction, picks);
  await addToTopics(transaction, picks);
  await addToKinds(
    transaction,
    grouped(picks, ({ guild_id, kind }) => [guild_id, kind]),
  );
  await addToShown(transaction, picks);
}

async function addToPeople(transaction: Database, picks: readonly SummedPick[]): Promise<void> {
  const rows = grouped(picks, ({ guild_id, user_id }) => [guild_id, user_id]).map(({ key, sum, of }) => {
    const right = of.filter(({ correct }) => correct === 1).map(({ ms }) => ms);
    const streak = Math.max(...of.map((pick) => pick.streak));
    const fastest = right.length === 0 ? null : Math.min(...right);
    return [...key, sum.points, sum.correct, sum.answers, streak, fastest];
  });
  await sql`
    insert into person_sums (guild_id, user_id, points, correct, answers, streak, fastest)
    select cast(value ->> 0 as text), cast(value ->> 1 as text), cast(value ->> 2 as bigint), cast(value ->> 3 as integer), cast(value ->> 4 as integer), cast(value ->> 5 as integer), cast(value ->> 6 as integer)
    from ${jsonRows(transaction, rows)}
    where true
    on conflict (guild_id, user_id) do update set
      points = person_sums.points + excluded.points,
      correct = person_sums.correct + excluded.correct,
      answers = person_sums.answers + excluded.answers,
      streak = case when excluded.streak > person_sums.streak then excluded.streak else person_sums.streak end,
      fastest = case
        when person_sums.fastest is null or excluded.fastest < person_sums.fastest then excluded.fastest
        else person_sums.fastest
      end
  `.execute(transaction);
}

async function addToDays(transaction: Database, picks: readonly SummedPick[]): Promise<void> {
  const rows = grouped(picks, ({ guild_id, at, user_id }) => [guild_id, dayOf(at), user_id]);
  await sql`
    insert into day_sums (guild_id, day, user_id, points, correct, answers)
    select cast(value ->> 0 as text), cast(value ->> 1 as integer), cast(value ->> 2 as text), cast(value ->> 3 as bigint), cast(value ->> 4 as integer), cast(value ->> 5 as integer)
    from ${jsonRows(
      transaction,
      rows.map(({ key, sum }) => [...key, sum.points, sum.correct, sum.answers]),
    )}
    where true
    on conflict (guild_id, day, user_id) do update set
      points = day_sums.points + excluded.points,
      correct = day_sums.correct + excluded.correct,
      answers = day_sums.answers + excluded.answers
  `.execute(transaction);
}

async function addToTopics(transaction: Database, picks: readonly SummedPick[]): Promise<void> {
  const topics = picks.flatMap(({ genre, decade, ...pick }) => [
    ...(decade === null ? [] : [{ ...pick, topic: 'decade', name: String(decade) }]),
    ...(genre === null ? [] : [{ ...pick, topic: 'genre', name: genre }]),
  ]);
  if (topics.length === 0) return;
  const rows = grouped(topics, ({ guild_id, user_id, topic, name }) => [guild_id, user_id, topic, name]);
  await sql`
    insert into topic_sums (guild_id, user_id, topic, name, correct, answers)
    select cast(value ->> 0 as text), cast(value ->> 1 as text), cast(value ->> 2 as text), cast(value ->> 3 as text), cast(value ->> 4 as integer), cast(value ->> 5 as integer)
    from ${jsonRows(
      transaction,
      rows.map(({ key, sum }) => [...key, sum.correct, sum.answers]),
    )}
    where true
    on conflict (guild_id, user_id, topic, name) do update set
      correct = topic_sums.correct + excluded.correct,
      answers = topic_sums.answers + excluded.answers
  `.execute(transaction);
}

/** Adds to the sums of kinds; negative sums take away. */
async function addToKinds(
  transaction: Database,
  rows: readonly Pick<Group<never>, 'key' | 'sum'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into kind_sums (guild_id, kind, correct, answers)
    select cast(value ->> 0 as text), cast(value ->> 1 as text), cast(value ->> 2 as integer), cast(value ->> 3 as integer)
    from ${jsonRows(
      transaction,
      rows.map(({ key, sum }) => [...key, sum.correct, sum.answers]),
    )}
    where true
    on conflict (guild_id, kind) do update set
      correct = kind_sums.correct + excluded.correct,
      answers = kind_sums.answers + excluded.answers
  `.execute(transaction);
}

/** Adds to the sums across servers of those people who are shown. */
async function addToShown(transaction: Database, picks: readonly SummedPick[]): Promise<void> {
  const shown = await transaction
    .selectFrom('shown_people')
    .select('user_id')
    .where('user_id', 'in', [...new Set(picks.map(({ user_id }) => user_id))])
    .execute();
  if (shown.length === 0) return;
  const ids = new Set(shown.map(({ user_id }) => user_id));
  const theirs = picks.filter(({ user_id }) => ids.has(user_id));
  for (const { key, sum } of grouped(theirs, ({ user_id }) => [user_id])) {
    await sql`
      update shown_people
      set points = points + ${sum.points}, correct = correct + ${sum.correct}, answers = answers + ${sum.answers}
      where user_id = ${key[0]}
    `.execute(transaction);
  }
  const rows = grouped(theirs, ({ at, user_id }) => [dayOf(at), user_id]);
  await sql`
    insert into shown_days (day, user_id, points, correct, answers)
    select cast(value ->> 0 as integer), cast(value ->> 1 as text), cast(value ->> 2 as bigint), cast(value ->> 3 as integer), cast(value ->> 4 as integer)
    from ${jsonRows(
      transaction,
      rows.map(({ key, sum }) => [...key, sum.points, sum.correct, sum.answers]),
    )}
    where true
    on conflict (day, user_id) do update set
      points = shown_days.points + excluded.points,
      correct = shown_days.correct + excluded.correct,
      answers = shown_days.answers + excluded.answers
  `.execute(transaction);
}

/** Takes a person out of all sums, before their picks are erased in the same transaction. */
export async function takePersonFromSums(transaction: Database, userId: string): Promise<void> {
  const { rows } = await sql<{ guild_id: string; kind: string; correct: number; answers: number }>`
    select picks.guild_id, kind, sum(correct) as correct, count(*) as answers
    from picks join rounds on rounds.game_id = picks.game_id and rounds.number = picks.round
    where user_id = ${userId}
    group by picks.guild_id, kind
    order by picks.guild_id, kind
  `.execute(transaction);
  const less = rows.map(({ guild_id, kind, correct, answers }) => ({
    key: [guild_id, kind],
    sum: { points: 0, correct: -Number(correct), answers: -Number(answers) },
  }));
  await addToKinds(transaction, less);
  const servers = sql`(select guild_id from person_sums where user_id = ${userId})`;
  await sql`delete from kind_sums where guild_id in ${servers} and answers = 0`.execute(transaction);
  await sql`delete from topic_sums where guild_id in ${servers} and user_id = ${userId}`.execute(transaction);
  await sql`delete from day_sums where user_id = ${userId}`.execute(transaction);
  await sql`delete from person_sums where user_id = ${userId}`.execute(transaction);
  await sql`delete from shown_days where user_id = ${userId}`.execute(transaction);
}

/** Takes a server out of the sums across servers, before its own sums are erased in the same transaction. */
export async function takeGuildFromShown(transaction: Database, guildId: string): Promise<void> {
  await sql`
    update shown_people
    set
      points = shown_people.points - less.points,
      correct = shown_people.correct - less.correct,
      answers = shown_people.answers - less.answers
    from person_sums as less
    where less.guild_id = ${guildId} and less.user_id = shown_people.user_id
  `.execute(transaction);
  await sql`
    update shown_days
    set
      points = shown_days.points - less.points,
      correct = shown_days.correct - less.correct,
      answers = shown_days.answers - less.answers
    from day_sums as less
    where less.guild_id = ${guildId} and less.user_id = shown_days.user_id and less.day = shown_days.day
  `.execute(transaction);
  await sql`
    delete from shown_days
    where answers = 0 and user_id in (select user_id from person_sums where guild_id = ${guildId})
  `.execute(transaction);
}

/** Shows a person across servers, with the sums of what they did until now. */
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

interface Group<Item> {
  readonly key: readonly (string | number)[];
  readonly sum: { points: number; correct: number; answers: number };
  readonly of: Item[];
}

/** Groups picks by a key and adds them up, in the order of the keys. */
function grouped<Item extends Pick<SummedPick, 'points' | 'correct'>>(
  items: readonly Item[],
  keyOf: (item: Item) => readonly (string | number)[],
): Group<Item>[] {
  const groups = new Map<string, Group<Item>>();
  for (const item of items) {
    const key = keyOf(item);
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? { key, sum: { points: 0, correct: 0, answers: 0 }, of: [] };
    group.sum.points += item.points;
    group.sum.correct += item.correct;
    group.sum.answers += 1;
    group.of.push(item);
    groups.set(name, group);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}
