import { lock } from './dialect.ts';
import { changePhase, type Game, readGame } from './games.ts';
import type { Database, RoundsTable } from './schema.ts';

export type Round = RoundsTable;
export type NewRound = Omit<
  Round,
  'message_id' | 'asked_at' | 'opened_at' | 'hint_at' | 'skipped_at' | 'closed_at'
>;

/**
 * Stores the next question before it is posted, and counts it as asked in its server. Returns false if the game is not
 * waiting for this round.
 */
export async function addRound(database: Database, round: NewRound): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'shared');
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

/** Stores the message of a question and when it was posted: `askedAt` by Discord's clock, `openedAt` by this machine's. */
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
    await lock(transaction, 'erasure', 'shared');
    await transaction
      .updateTable('rounds')
      .set({ message_id: posted.messageId, asked_at: posted.askedAt, opened_at: posted.openedAt })
      .where('game_id', '=', posted.gameId)
      .where('number', '=', posted.number)
      .execute();
    await changePhase(transaction, {
      gameId: posted.gameId,
      from: 'posting',
      to: 'open',
      dueAt: posted.dueAt,
    });
  });
}

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

/** The round with this token, and its game. */
export async function findRound(
  database: Database,
  token: string,
): Promise<{ round: Round; game: Game } | undefined> {
  const round = await database.selectFrom('rounds').selectAll().where('token', '=', token).executeTakeFirst();
  if (round === undefined) return undefined;
  const game = await readGame(database, round.game_id);
  return game === undefined ? undefined : { round, game };
}

/** Closes a round if it is open, and moves its game to the phase `closing`, in one transaction. */
export async function closeRound(
  database: Database,
  { gameId, number, now }: { gameId: string; number: number; now: number },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'shared');
    await changePhase(transaction, { gameId, from: 'open', to: 'closing', dueAt: now });
    await transaction
      .updateTable('rounds')
      .set({ closed_at: now })
      .where('game_id', '=', gameId)
      .where('number', '=', number)
      .where('closed_at', 'is', null)
      .execute();
  });
}

/** The open questions of a server, as JSON. */
export async function openQuestions(database: Database, guildId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('rounds')
    .select('question')
    .where('guild_id', '=', guildId)
    .where('closed_at', 'is', null)
    .execute();
  return rows.map(({ question }) => question);
}

/** The questions of a game so far, as JSON. */
export async function questionsOfGame(database: Database, gameId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('rounds')
    .select('question')
    .where('game_id', '=', gameId)
    .orderBy('number')
    .execute();
  return rows.map(({ question }) => question);
}

/** How often a server was asked one kind of question about each film: `times[i]` belongs to `films[i]`. */
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

/** How many picks a server made at one kind of question, and how many of them were right. */
export async function countAnswers(
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
