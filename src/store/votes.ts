import type { EndReason, Phase } from '../game/game.ts';
import { votesNeeded } from '../game/rules.ts';
import { lock } from './dialect.ts';
import { findRound, nudge } from './games.ts';
import type { Database, VotesTable } from './schema.ts';

export type Wish = VotesTable['wish'];

/** A wish of a person in a server, made `at` by Discord's clock. */
export interface Vote {
  readonly token: string;
  readonly guildId: string;
  readonly wish: Wish;
  readonly userId: string;
  readonly at: number;
}

export type VoteOutcome =
  | { outcome: 'counted'; votes: number; needed: number }
  | { outcome: 'granted' | 'outsider' }
  | { outcome: 'closed'; gameEnd: EndReason | null };

/** A question can be seen a moment before the store knows that it was posted. */
const OPEN = new Set<Phase>(['posting', 'open']);

/**
 * Counts a wish for a hint or a skip, one a person and round, and grants it once a majority of the game's players
 * wish it: those who picked in this game and whoever started it. Nobody else votes. The starter skips at once.
 */
export async function vote(
  database: Database,
  { token, guildId, wish, userId, at }: Vote,
): Promise<VoteOutcome> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'together');
    const [locked] = await lockGame(transaction, token);
    const found = locked && (await findRound(transaction, token));
    if (found?.game.guild_id !== guildId) return { outcome: 'closed', gameEnd: null };
    if (!OPEN.has(found.game.phase) || found.round.closed_at !== null)
      return { outcome: 'closed', gameEnd: found.game.end_reason };
    const { round, game } = found;
    const players = await readPlayers(transaction, game);
    if (!players.has(userId)) return { outcome: 'outsider' };
    await transaction
      .insertInto('votes')
      .values({ game_id: game.id, round: round.number, wish, user_id: userId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { votes } = await transaction
      .selectFrom('votes')
      .select(({ fn }) => fn.countAll<number>().as('votes'))
      .where('game_id', '=', game.id)
      .where('round', '=', round.number)
      .where('wish', '=', wish)
      .executeTakeFirstOrThrow();
    const needed = votesNeeded(players.size);
    const forced = wish === 'skip' && userId === game.started_by;
    if (votes < needed && !forced) return { outcome: 'counted', votes, needed };
    await grant(transaction, { gameId: game.id, number: round.number, wish, at });
    return { outcome: 'granted' };
  });
}

/** Votes of one game are counted one after the other: two at once would each miss the other's. */
function lockGame(database: Database, token: string) {
  return database
    .updateTable('games')
    .set((row) => ({ started_by: row.ref('started_by') }))
    .where('id', 'in', (rounds) => rounds.selectFrom('rounds').select('game_id').where('token', '=', token))
    .returning('id')
    .execute();
}

async function readPlayers(
  database: Database,
  { id, started_by }: { id: string; started_by: string },
): Promise<Set<string>> {
  const people = await database
    .selectFrom('picks')
    .select('user_id')
    .distinct()
    .where('game_id', '=', id)
    .execute();
  const players = new Set([started_by, ...people.map(({ user_id }) => user_id)]);
  players.delete('');
  return players;
}

async function grant(
  database: Database,
  { gameId, number, wish, at }: { gameId: string; number: number; wish: Wish; at: number },
): Promise<void> {
  const column = wish === 'hint' ? 'hint_at' : 'skipped_at';
  await database
    .updateTable('rounds')
    .set({ [column]: at })
    .where('game_id', '=', gameId)
    .where('number', '=', number)
    .where(column, 'is', null)
    .execute();
  await nudge(database, gameId);
}
