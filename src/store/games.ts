import { sql } from 'kysely';
import type { EndReason, Phase } from '../game/game.ts';
import { muteDailyQuestion } from './daily-posts.ts';
import { lock } from './dialect.ts';
import type { Database, GamesTable } from './schema.ts';

export type Game = GamesTable;
export type NewGame = Omit<
  Game,
  'phase' | 'round' | 'holder' | 'held_until' | 'end_reason' | 'ended_at' | 'called_round'
>;

/** Most games that one server may have under way, with the setting of one game a channel. */
export const MAX_GAMES = 5;

/** Condition of the partial index `games_due`. SQLite uses the index only if the condition is a literal. */
export const isUnderWay = sql<boolean>`phase <> 'over'`;

/**
 * Starts a game. Returns false if its place already has a game or its server has `MAX_GAMES`; if two games start at the
 * same time, one call returns false.
 */
export async function startGame(
  database: Database,
  game: NewGame,
  phase: 'opening' | 'pause' = 'pause',
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction, `games ${game.guild_id}`, 'exclusive');
    const others = await gamesUnderWay(transaction, game.guild_id);
    if (game.mode !== 'daily' && others.filter(({ mode }) => mode !== 'daily').length >= MAX_GAMES)
      return false;
    const started = await transaction
      .insertInto('games')
      .values({
        ...game,
        phase,
        round: 0,
        holder: null,
        held_until: 0,
        end_reason: null,
        ended_at: null,
        called_round: 0,
      })
      .onConflict((conflict) => conflict.column('place').doNothing())
      .executeTakeFirst();
    return Number(started.numInsertedOrUpdatedRows ?? 0) === 1;
  });
}

/** Deletes a game whose start message was never shown. Returns false if the game has begun or does not exist. */
export async function withdrawGame(database: Database, gameId: string): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('games')
    .where('id', '=', gameId)
    .where('phase', '=', 'opening')
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function readGame(database: Database, gameId: string): Promise<Game | undefined> {
  return database.selectFrom('games').selectAll().where('id', '=', gameId).executeTakeFirst();
}

/** The game under way in a channel, or in its server if the server has one game at a time. */
export async function findGame(
  database: Database,
  { guildId, channelId }: { guildId: string; channelId: string },
): Promise<Game | undefined> {
  return database
    .selectFrom('games')
    .selectAll()
    .where('place', 'in', [channelId, guildId])
    .executeTakeFirst();
}

/** Why the latest finished game of a server (or of one of its channels) ended; null if there was none. */
export async function lastEndReason(
  database: Database,
  { guildId, channelId }: { guildId: string; channelId?: string },
): Promise<EndReason | null> {
  const row = await database
    .selectFrom('games')
    .select('end_reason')
    .where('guild_id', '=', guildId)
    .where('phase', '=', 'over')
    .where('mode', '<>', 'daily')
    .$if(channelId !== undefined, (games) => games.where('channel_id', '=', channelId ?? ''))
    .orderBy('started_at', 'desc')
    .executeTakeFirst();
  return row?.end_reason ?? null;
}

/** The games of a server that are not over. */
export async function gamesUnderWay(database: Database, guildId: string): Promise<Game[]> {
  return database.selectFrom('games').selectAll().where('guild_id', '=', guildId).where(isUnderWay).execute();
}

/** The servers with a game that is not over. */
export async function guildsPlaying(database: Database): Promise<string[]> {
  const rows = await database.selectFrom('games').select('guild_id').distinct().where(isUnderWay).execute();
  return rows.map(({ guild_id }) => guild_id);
}

/** `due_at` of a game that needs attention now (a vote, a stop): a change of phase does not delay it. */
const NOW = 0;

/** Makes a game due now, even if another process holds its lease. */
export async function makeDue(database: Database, gameId: string): Promise<void> {
  await database.updateTable('games').set({ due_at: NOW }).where('id', '=', gameId).execute();
}

/** New picks of a question are shown together, at most this many milliseconds after the first of them. */
const SHOW_PICKS_MS = 1500;

/** Makes a game due soon if its question is open, to show new picks. */
export async function showPicks(
  database: Database,
  { gameId, now }: { gameId: string; now: number },
): Promise<void> {
  const soon = now + SHOW_PICKS_MS;
  await database
    .updateTable('games')
    .set({ due_at: soon })
    .where('id', '=', gameId)
    .where('phase', '=', 'open')
    .where('due_at', '>', soon)
    .execute();
}

/**
 * Moves a game from one phase to the next. The game is next due at `dueAt`, unless `makeDue` was called since its lease
 * began. Returns false if the game is not in phase `from`, for example because it was stopped.
 */
export async function changePhase(
  database: Database,
  { gameId, from, to, dueAt }: { gameId: string; from: Phase; to: Phase; dueAt: number },
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('games')
    .set(({ eb }) => ({
      phase: to,
      due_at: eb.case().when('due_at', '=', NOW).then(NOW).else(dueAt).end(),
    }))
    .where('id', '=', gameId)
    .where('phase', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Moves a game to the phase `ending`. Returns false if it is there already or over. For a game that a person stopped,
 * `at` is the time by Discord's clock: later picks do not count.
 */
export async function requestEnd(
  database: Database,
  { gameId, reason, now, at }: { gameId: string; reason: EndReason; now: number; at?: number },
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('games')
    .set({ phase: 'ending', end_reason: reason, due_at: now, ...(at === undefined ? {} : { ended_at: at }) })
    .where('id', '=', gameId)
    .where('phase', 'not in', ['ending', 'over'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends a game: frees its place, closes its open round, and deletes its teams and the tokens of its private replies. */
export async function endGame(
  database: Database,
  { gameId, reason, now }: { gameId: string; reason: EndReason; now: number },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // An erasure deletes rounds before games: without the lock, both would wait for each other.
    await lock(transaction, 'erasure', 'shared');
    await transaction
      .updateTable('games')
      .set(({ fn, ref, val }) => ({
        phase: 'over',
        place: null,
        end_reason: reason,
        ended_at: fn.coalesce(ref('ended_at'), val(now)),
        held_until: 0,
      }))
      .where('id', '=', gameId)
      .where('phase', '<>', 'over')
      .execute();
    await transaction
      .updateTable('rounds')
      .set({ closed_at: now })
      .where('game_id', '=', gameId)
      .where('closed_at', 'is', null)
      .execute();
    await transaction.deleteFrom('pick_replies').where('game_id', '=', gameId).execute();
    await transaction.deleteFrom('team_members').where('game_id', '=', gameId).execute();
    if (reason === 'muted') await muteDailyQuestion(transaction, { gameId, now });
  });
}
