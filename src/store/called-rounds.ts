import type { Phase } from '../game/game.ts';
import { makeDue, readGame } from './games.ts';
import type { Database } from './schema.ts';

/** A press of the button that opens the question after a round; round 0 is the start of the game. */
export interface RoundCall {
  readonly gameId: string;
  readonly guildId: string;
  readonly userId: string;
  readonly round: number;
}

/** The phases in which the next question can be called. Its button is visible a moment before the phase becomes `pause`. */
const CALLING_PHASES = new Set<Phase>(['opening', 'pause', 'closing']);

/**
 * Opens the next question of a game for the person who started it. `gone`: it is open already, or the game is over.
 */
export async function callRound(
  database: Database,
  { gameId, guildId, userId, round }: RoundCall,
): Promise<'called' | 'gone' | 'not yours'> {
  return database.transaction().execute(async (transaction) => {
    const game = await readGame(transaction, gameId);
    if (game?.guild_id !== guildId) return 'gone';
    if (game.started_by !== userId) return 'not yours';
    if (game.round !== round || !CALLING_PHASES.has(game.phase)) return 'gone';
    await transaction
      .updateTable('games')
      .set({ called_round: round + 1 })
      .where('id', '=', gameId)
      .where('called_round', '<=', round)
      .execute();
    await makeDue(transaction, gameId);
    return 'called';
  });
}

/** From now on the questions of a game open by themselves, unless its host called the next one meanwhile. */
export async function stopAwaiting(database: Database, gameId: string): Promise<void> {
  await database
    .updateTable('games')
    .set((row) => ({ called_round: row('rounds', '+', 1) }))
    .where('id', '=', gameId)
    .whereRef('called_round', '<=', 'round')
    .execute();
}
