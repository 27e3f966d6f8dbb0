import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from 'kysely';
import { createSums } from './create-sums.ts';
import type { Database } from './schema.ts';

/** All migrations, in order. A released migration never changes. */
const migrations: Record<string, Migration> = {
  '2026-11-trivia': { up: createTriviaTables },
  '2026-11-welcomes': { up: createWelcomes },
  '2026-12-shards': { up: createShardStarts },
  '2026-12-store-owner': { up: createOwner },
  '2026-12-trivia-by-server': { up: indexGames },
  '2026-12-sums': { up: createSums },
  '2026-12-written-commands': { up: createCommandGuilds },
  '2026-12-written-draws': { up: createDraws },
  '2026-12-written-posts': { up: createDailyPosts },
  '2026-12-written-replies': { up: createPickReplies },
  '2026-12-written-trivia-lives': { up: addLives },
  '2026-12-written-trivia-teams': { up: createTeams },
  '2026-12-written-trivia-today': { up: addDailyKinds },
};

const provider: MigrationProvider = { getMigrations: async () => migrations };

/**
 * Migrates a database to the current schema in one transaction, so a killed process leaves no partial schema and processes
 * that start together wait for each other. Throws the first error.
 */
export async function migrate(database: Database): Promise<void> {
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Both engines have these types; times are 64-bit milliseconds. Version 0.1.0 ran the first three migrations on SQLite
 * without a transaction. If it was killed between two tables, the existing tables stay (`ifNotExists`).
 */
async function createTriviaTables(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('settings')
    .ifNotExists()
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('language', 'text')
    .addColumn('games_per', 'text', (column) => column.notNull())
    .addColumn('seconds', 'integer', (column) => column.notNull())
    .addColumn('pause', 'integer', (column) => column.notNull())
    .addColumn('starters', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('games')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.unique())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('target', 'integer', (column) => column.notNull())
    .addColumn('rounds', 'integer', (column) => column.notNull())
    .addColumn('theme', 'text', (column) => column.notNull())
    .addColumn('seconds', 'integer', (column) => column.notNull())
    .addColumn('pause', 'integer', (column) => column.notNull())
    .addColumn('started_by', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addColumn('end_reason', 'text')
    .addColumn('ended_at', 'bigint')
    .execute();
  await schema
    .createTable('rounds')
    .ifNotExists()
    .addColumn('game_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('previous', 'integer', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('film_id', 'integer', (column) => column.notNull())
    .addColumn('difficulty', 'integer', (column) => column.notNull())
    .addColumn('genre', 'text')
    .addColumn('decade', 'integer')
    .addColumn('message_id', 'text')
    .addColumn('asked_at', 'bigint')
    .addColumn('opened_at', 'bigint')
    .addColumn('allowed', 'integer', (column) => column.notNull())
    .addColumn('hint_at', 'bigint')
    .addColumn('skipped_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addPrimaryKeyConstraint('rounds_key', ['game_id', 'number'])
    .execute();
  await schema
    .createTable('picks')
    .ifNotExists()
    .addColumn('game_id', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('choice', 'integer', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('points', 'integer', (column) => column.notNull())
    .addColumn('streak', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('picks_key', ['game_id', 'round', 'user_id'])
    .execute();
  await schema
    .createTable('votes')
    .ifNotExists()
    .addColumn('game_id', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('wish', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_key', ['game_id', 'round', 'wish', 'user_id'])
    .execute();
  await schema
    .createTable('asked')
    .ifNotExists()
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('film_id', 'integer', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('asked_key', ['guild_id', 'kind', 'film_id'])
    .execute();
  await schema
    .createTable('shown_people')
    .ifNotExists()
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('departures')
    .ifNotExists()
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('left_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('games_due')
    .ifNotExists()
    .on('games')
    .columns(['due_at'])
    .where(sql.ref('phase'), '<>', 'over')
    .execute();
  await schema
    .createIndex('rounds_guild')
    .ifNotExists()
    .on('rounds')
    .columns(['guild_id', 'closed_at'])
    .execute();
  await schema.createIndex('picks_guild').ifNotExists().on('picks').columns(['guild_id', 'at']).execute();
  await schema.createIndex('picks_user').ifNotExists().on('picks').columns(['user_id']).execute();
}

async function createWelcomes({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('welcomes')
    .ifNotExists()
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

async function indexGames({ schema }: Kysely<unknown>): Promise<void> {
  await schema.createIndex('games_guild').on('games').columns(['guild_id', 'started_at']).execute();
}

async function createShardStarts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('shard_starts')
    .ifNotExists()
    .addColumn('rest', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createOwner({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('owner')
    .addColumn('slot', 'integer', (column) => column.primaryKey())
    .addColumn('application_id', 'text', (column) => column.notNull())
    .execute();
}

async function createCommandGuilds({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('command_guilds')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .execute();
}

async function createDraws({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('draws')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('film_id', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('draws_key', ['user_id', 'film_id'])
    .execute();
  await schema.createIndex('draws_at').on('draws').columns(['at']).execute();
}

async function createDailyPosts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('daily_posts')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('hour', 'integer', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addColumn('muted_at', 'bigint')
    .execute();
  await schema.createIndex('daily_posts_due').on('daily_posts').columns(['due_at']).execute();
}

async function createPickReplies({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('pick_replies')
    .addColumn('game_id', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('pick_replies_key', ['game_id', 'round', 'user_id'])
    .execute();
}

async function addLives({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('games')
    .addColumn('lives', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}

async function createTeams({ schema }: Kysely<unknown>): Promise<void> {
  const games = schema.alterTable('games');
  await games.addColumn('teams', 'text').execute();
  await games.addColumn('host', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await games.addColumn('called_round', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await schema
    .createTable('team_members')
    .addColumn('game_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('team', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('team_members_key', ['game_id', 'user_id'])
    .execute();
}

/** Daily posts get a kind. SQLite cannot change a primary key, so the rows move to a new table. */
async function addDailyKinds(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('daily_posts_by_kind')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('hours', 'integer', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('hour', 'integer', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addColumn('muted_at', 'bigint')
    .addPrimaryKeyConstraint('daily_posts_key', ['guild_id', 'kind'])
    .execute();
  await sql`
    insert into daily_posts_by_kind
    select guild_id, 'efemerides', 0, channel_id, hour, zone, language, due_at, holder, held_until, muted_at
    from daily_posts
  `.execute(database);
  await schema.dropTable('daily_posts').execute();
  await schema.alterTable('daily_posts_by_kind').renameTo('daily_posts').execute();
  await schema.createIndex('daily_posts_due').on('daily_posts').columns(['due_at']).execute();
}
