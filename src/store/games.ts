import { sql } from 'kysely';
import type { EndReason, Phase } from '../game/game.ts';
import type { Shards } from '../lib/shards.ts';
import { lock } from './dialect.ts';
import { ofShards } from './of-shards.ts';
import type { Database, GamesTable, RoundsTable } from './schema.ts';

export type Game = GamesTable;
export type Round = RoundsTable;
export type NewGame = Omit<Game, 'phase' | 'round' | 'holder' | 'held_until' | 'end_reason' | 'ended_at'>;

/** Games that a server may have under way at once, where it has one a channel. */
export const MOST_GAMES = 5;

/**
 * Starts a game; false when its place has one already or its server has `MOST_GAMES`. Of two that start at once, one
 * gets false.
 */
export async function startGame(
  database: Database,
  game: NewGame,
  phase: 'opening' | 'pause' = 'pause',
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction, `games ${game.guild_id}`, 'alone');
    if ((await gamesUnderWay(transaction, game.guild_id)).length >= MOST_GAMES) return false;
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
      })
      .onConflict((conflict) => conflict.column('place').doNothing())
      .executeTakeFirst();
    return Number(started.numInsertedOrUpdatedRows ?? 0) === 1;
  });
}

/** Takes back a game whose start nobody saw; false when it has begun, or is no longer there. */
export async function withdrawGame(database: Database, gameId: string): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('games')
    .where('id', '=', gameId)
    .where('phase', '=', 'opening')
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The game that is under way in a channel or, where there is one a server, anywhere in it. */
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

/** Why the last game ended that was played in a server or, with a channel, there; null when there was none. */
export async function lastEnd(
  database: Database,
  { guildId, channelId }: { guildId: string; channelId?: string },
): Promise<EndReason | null> {
  const row = await database
    .selectFrom('games')
    .select('end_reason')
    .where('guild_id', '=', guildId)
    .where('phase', '=', 'over')
    .$if(channelId !== undefined, (games) => games.where('channel_id', '=', channelId ?? ''))
    .orderBy('started_at', 'desc')
    .executeTakeFirst();
  return row?.end_reason ?? null;
}

/** What `due_at` is when something happened to a game: it is seen to at once, and no move puts that off. */
const AT_ONCE = 0;

/** Has a game looked after at once, also when somebody is looking after it now. */
export async function nudge(database: Database, gameId: string): Promise<void> {
  await database.updateTable('games').set({ due_at: AT_ONCE }).where('id', '=', gameId).execute();
}

/** As in the index `games_due`: SQLite uses it only where the condition holds a literal, not a parameter. */
const isUnderWay = sql<boolean>`phase <> 'over'`;

/** How long a game of other shards waits for the process that has them before anybody sees to it, in ms. */
const OTHERS_MS = 5000;

/** Longer than any game waits, so what lies further ahead was written down before the clock was set back. */
const LONGEST_WAIT_MS = 180_000;

/**
 * Takes the say over every game that wants to be looked after, for `leaseMs`: nobody else gets a game that is held. A
 * holder that dies loses it by the end of the lease. Where the clock was set back, a game is due and free at once. With
 * `own` shards, the games of other servers are left to the processes that have them, unless those are long overdue.
 */
export async function takeDueGames(
  database: Database,
  { holder, now, leaseMs, own }: { holder: string; now: number; leaseMs: number; own?: Shards | undefined },
): Promise<Game[]> {
  return database
    .updateTable('games')
    .set({ holder, held_until: now + leaseMs, due_at: now })
    .where(isUnderWay)
    .where((eb) => eb.or([eb('due_at', '<=', now), eb('due_at', '>', now + LONGEST_WAIT_MS)]))
    .where((eb) => eb.or([eb('held_until', '<=', now), eb('held_until', '>', now + 2 * leaseMs)]))
    .where(({ or, eb }) => or([eb('due_at', '<=', now - OTHERS_MS), ofShards(own)]))
    .returningAll()
    .execute();
}

/** Keeps the say over a game for longer; false when somebody else has it. */
export async function renewHold(
  database: Database,
  { gameId, holder, until }: { gameId: string; holder: string; until: number },
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('games')
    .set({ held_until: until })
    .where('id', '=', gameId)
    .where('holder', '=', holder)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Lets go of a game, and says, after a fault, when it wants to be looked after again. */
export async function letGo(
  database: Database,
  { gameId, holder, dueAt }: { gameId: string; holder: string; dueAt?: number },
): Promise<void> {
  await database
    .updateTable('games')
    .set({ held_until: 0, ...(dueAt === undefined ? {} : { due_at: dueAt }) })
    .where('id', '=', gameId)
    .where('holder', '=', holder)
    .execute();
}

/**
 * Brings a game from one phase to the next; `dueAt` is when it wants to be looked after again, unless something has
 * happened to it since it was taken. False when it is no longer there, as when it was stopped or somebody else moved it.
 */
export async function moveOn(
  database: Database,
  move: { gameId: string; from: Phase; to: Phase; dueAt: number },
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('games')
    .set(({ eb }) => ({
      phase: move.to,
      due_at: eb.case().when('due_at', '=', AT_ONCE).then(AT_ONCE).else(move.dueAt).end(),
    }))
    .where('id', '=', move.gameId)
    .where('phase', '=', move.from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type NewRound = Omit<
  Round,
  'message_id' | 'asked_at' | 'opened_at' | 'hint_at' | 'skipped_at' | 'closed_at'
>;

/** Writes the next question down before anybody sees it, and that this server has been asked it. */
export async function addRound(database: Database, round: NewRound): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'together');
    const { numUpdatedRows } = await transaction
      .updateTable('games')
      .set({ phase: 'posting', round: round.number })
      .where('id', '=', round.game_id)
      .where('phase', '=', 'pause')
      .where('round', '=', round.number - 1)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    await transaction
      .insertInto('rounds')
      .values({
        ...round,
        message_id: null,
        asked_at: null,
        opened_at: null,
        hint_at: null,
        skipped_at: null,
        closed_at: null,
      })
      .execute();
    await transaction
      .insertInto('asked')
      .values({ guild_id: round.guild_id, kind: round.kind, film_id: round.film_id, times: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['guild_id', 'kind', 'film_id'])
          .doUpdateSet((row) => ({ times: row('asked.times', '+', 1) })),
      )
      .execute();
    return true;
  });
}

/** Notes that a question is seen: by which message, and since when by Discord's clock. */
export async function notePosted(
  database: Database,
  posted: {
    gameId: string;
    number: number;
    messageId: string;
    askedAt: number;
    openedAt: number;
    dueAt: number;
  },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('rounds')
      .set({ message_id: posted.messageId, asked_at: posted.askedAt, opened_at: posted.openedAt })
      .where('game_id', '=', posted.gameId)
      .where('number', '=', posted.number)
      .execute();
    await moveOn(transaction, { gameId: posted.gameId, from: 'posting', to: 'open', dueAt: posted.dueAt });
  });
}

/** One round with all that was written down of it. */
export async function readRound(
  database: Database,
  gameId: string,
  number: number,
): Promise<Round | undefined> {
  return database
    .selectFrom('rounds')
    .selectAll()
    .where('game_id', '=', gameId)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** The round that a button belongs to, with its game. */
export async function findRound(
  database: Database,
  token: string,
): Promise<{ round: Round; game: Game } | undefined> {
  const round = await database.selectFrom('rounds').selectAll().where('token', '=', token).executeTakeFirst();
  if (round === undefined) return undefined;
  const game = await readGame(database, round.game_id);
  return game === undefined ? undefined : { round, game };
}

export async function readGame(database: Database, gameId: string): Promise<Game | undefined> {
  return database.selectFrom('games').selectAll().where('id', '=', gameId).executeTakeFirst();
}

/** Closes a round, if it is open, and brings its game to the showing of the answer; both or neither. */
export async function closeRound(
  database: Database,
  { gameId, number, now }: { gameId: string; number: number; now: number },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await moveOn(transaction, { gameId, from: 'open', to: 'closing', dueAt: now });
    await transaction
      .updateTable('rounds')
      .set({ closed_at: now })
      .where('game_id', '=', gameId)
      .where('number', '=', number)
      .where('closed_at', 'is', null)
      .execute();
  });
}

/**
 * Asks that a game end, for a reason that is shown; false when it has ended or is about to. Where a person stopped it,
 * `at` says when, by Discord's clock: what is picked after that counts no more.
 */
export async function askToEnd(
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

/** Ends a game for good: its place is free again and its open round is closed. */
export async function endGame(
  database: Database,
  { gameId, reason, now }: { gameId: string; reason: EndReason; now: number },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
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
  });
}

/** The games of a server that are not over. */
export async function gamesUnderWay(database: Database, guildId: string): Promise<Game[]> {
  return database.selectFrom('games').selectAll().where('guild_id', '=', guildId).where(isUnderWay).execute();
}

/** The servers in which a game is not over. */
export async function guildsPlaying(database: Database): Promise<string[]> {
  const rows = await database
    .selectFrom('games')
    .select('guild_id')
    .distinct()
    .where('phase', '<>', 'over')
    .execute();
  return rows.map(({ guild_id: guildId }) => guildId);
}

/** The questions that are open in a server, as JSON. */
export async function openQuestions(database: Database, guildId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('rounds')
    .select('question')
    .where('guild_id', '=', guildId)
    .where('closed_at', 'is', null)
    .execute();
  return rows.map(({ question }) => question);
}

/** How often a server has been asked about films by a kind of question: a number for each of the films. */
export async function timesAsked(
  database: Database,
  guildId: string,
  kind: string,
): Promise<{ films: number[]; times: number[] }> {
  const rows = await database
    .selectFrom('asked')
    .select(['film_id', 'times'])
    .where('guild_id', '=', guildId)
    .where('kind', '=', kind)
    .execute();
  return { films: rows.map(({ film_id }) => film_id), times: rows.map(({ times }) => times) };
}

/** How often a server's people were right at a kind of question. */
export async function answersTo(
  database: Database,
  guildId: string,
  kind: string,
): Promise<{ right: number; answers: number }> {
  const row = await database
    .selectFrom('kind_sums')
    .select(['correct as right', 'answers'])
    .where('guild_id', '=', guildId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ?? { right: 0, answers: 0 };
}

/** The soonest time at which a game (of the `own` shards) wants to be looked after; undefined when none is under way. */
export async function nextDue(database: Database, own?: Shards): Promise<number | undefined> {
  const row = await database
    .selectFrom('games')
    .select(sql<number | null>`min(case when due_at > held_until then due_at else held_until end)`.as('due'))
    .where(isUnderWay)
    .where(ofShards(own))
    .executeTakeFirst();
  return row?.due ?? undefined;
}
