import { type Kysely, sql } from 'kysely';

/** Creates the running sums over picks, fills them from the existing picks, and creates indexes. */
export async function createSums(database: Kysely<unknown>): Promise<void> {
  await createTables(database);
  await fill(database);
  const { schema } = database;
  await schema
    .createIndex('person_sums_best')
    .on('person_sums')
    .columns(['guild_id', 'points desc', 'user_id'])
    .execute();
  await schema.createIndex('person_sums_user').on('person_sums').columns(['user_id']).execute();
  await schema.createIndex('shown_days_user').on('shown_days').columns(['user_id']).execute();
  await schema
    .createIndex('shown_people_best')
    .on('shown_people')
    .columns(['points desc', 'user_id'])
    .execute();
  await schema.createIndex('day_sums_user').on('day_sums').columns(['user_id', 'day']).execute();
  await schema.dropIndex('picks_user').execute();
  await schema.createIndex('picks_user').on('picks').columns(['user_id', 'at']).execute();
  await schema.createIndex('votes_user').on('votes').columns(['user_id', 'game_id']).execute();
  await schema.createIndex('games_starter').on('games').columns(['started_by', 'id']).execute();
}

async function createTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('person_sums')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('points', 'bigint', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addColumn('streak', 'integer', (column) => column.notNull())
    .addColumn('fastest', 'integer')
    .addPrimaryKeyConstraint('person_sums_key', ['guild_id', 'user_id'])
    .execute();
  await schema
    .createTable('day_sums')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('points', 'bigint', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('day_sums_key', ['guild_id', 'day', 'user_id'])
    .execute();
  await schema
    .createTable('topic_sums')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('topic_sums_key', ['guild_id', 'user_id', 'topic', 'name'])
    .execute();
  await schema
    .createTable('kind_sums')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('kind_sums_key', ['guild_id', 'kind'])
    .execute();
  await schema
    .createTable('shown_days')
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('points', 'bigint', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('shown_days_key', ['day', 'user_id'])
    .execute();
  for (const column of ['points', 'correct', 'answers']) {
    await schema
      .alterTable('shown_people')
      .addColumn(column, 'bigint', (added) => added.notNull().defaultTo(0))
      .execute();
  }
}

async function fill(database: Kysely<unknown>): Promise<void> {
  await sql`
    insert into person_sums
    select guild_id, user_id, sum(points), sum(correct), count(*), max(streak), min(case when correct = 1 then ms end)
    from picks
    group by guild_id, user_id
  `.execute(database);
  await sql`
    insert into day_sums
    select guild_id, at / 86400000, user_id, sum(points), sum(correct), count(*)
    from picks
    group by guild_id, at / 86400000, user_id
  `.execute(database);
  await sql`
    insert into topic_sums
    select picks.guild_id, user_id, 'genre', genre, sum(correct), count(*)
    from picks join rounds on rounds.game_id = picks.game_id and rounds.number = picks.round
    where genre is not null
    group by picks.guild_id, user_id, genre
  `.execute(database);
  await sql`
    insert into topic_sums
    select picks.guild_id, user_id, 'decade', cast(decade as text), sum(correct), count(*)
    from picks join rounds on rounds.game_id = picks.game_id and rounds.number = picks.round
    where decade is not null
    group by picks.guild_id, user_id, decade
  `.execute(database);
  await sql`
    insert into kind_sums
    select picks.guild_id, kind, sum(correct), count(*)
    from picks join rounds on rounds.game_id = picks.game_id and rounds.number = picks.round
    group by picks.guild_id, kind
  `.execute(database);
  await sql`
    update shown_people
    set points = summed.points, correct = summed.correct, answers = summed.answers
    from (
      select user_id, sum(points) as points, sum(correct) as correct, sum(answers) as answers
      from person_sums
      group by user_id
    ) as summed
    where summed.user_id = shown_people.user_id
  `.execute(database);
  await sql`
    insert into shown_days
    select day, user_id, sum(day_sums.points), sum(day_sums.correct), sum(day_sums.answers)
    from day_sums join shown_people using (user_id)
    group by day, user_id
  `.execute(database);
}
