import type { EndReason, Phase } from '../game/game.ts';
import { votesNeeded } from '../game/rules.ts';
import { lock } from './dialect.ts';
import { makeDue } from './games.ts';
import { findRound } from './rounds.ts';
import type { Database, VotesTable } from './schema.ts';

export type VoteKind = VotesTable['wish'];

/** A vote for a hint or a skip, at a time by Discord's clock. */
export interface Vote {
  readonly token: string;
  readonly guildId: string;
  readonly kind: VoteKind;
  readonly userId: string;
  readonly at: number;
}

export type VoteOutcome =
  | { outcome: 'counted'; votes: number; needed: number }
  | { outcome: 'granted' | 'outsider' }
  | { outcome: 'closed'; gameEnd: EndReason | null };

/** A question is visible a moment before its phase becomes `open`. */
const VOTING_PHASES = new Set<Phase>(['posting', 'open']);

/**
 * Counts a vote for a hint or a skip, one a person and round, and grants it once a majority of the game's players voted
 * for it. Players are the people who picked in this game and its starter; other people cannot vote. A skip by the
 * starter is granted at once.
 */
export async function vote(
  database: Database,
  { token, guildId, kind, userId, at }: Vote,
): Promise<VoteOutcome> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'shared');
    const [locked] = await lockGame(transaction, token);
    const found = locked && (await findRound(transaction, token));
    if (found?.game.guild_id !== guildId) return { outcome: 'closed', gameEnd: null };
    if (!VOTING_PHASES.has(found.game.phase) || found.round.closed_at !== null)
      return { outcome: 'closed', gameEnd: found.game.end_reason };
    const { round, game } = found;
    const players = await readPlayers(transaction, game);
    if (!players.has(userId)) return { outcome: 'outsider' };
    await transaction
      .insertInto('votes')
      .values({ game_id: game.id, round: round.number, wish: kind, user_id: userId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { votes } = await transaction
      .selectFrom('votes')
      .select(({ fn }) => fn.countAll<number>().as('votes'))
      .where('game_id', '=', game.id)
      .where('round', '=', round.number)
      .where('wish', '=', kind)
      .executeTakeFirstOrThrow();
    const needed = votesNeeded(players.size);
    const isByStarter = kind === 'skip' && userId === game.started_by;
    if (votes < needed && !isByStarter) return { outcome: 'counted', votes, needed };
    await grant(transaction, { gameId: game.id, number: round.number, kind, at });
    return { outcome: 'granted' };
  });
}

/** Locks the game's row, so that its votes are counted one at a time: two transactions would miss each other's vote. */
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
  { gameId, number, kind, at }: { gameId: string; number: number; kind: VoteKind; at: number },
): Promise<void> {
  const column = kind === 'hint' ? 'hint_at' : 'skipped_at';
  await database
    .updateTable('rounds')
    .set({ [column]: at })
    .where('game_id', '=', gameId)
    .where('number', '=', number)
    .where(column, 'is', null)
    .execute();
  await makeDue(database, gameId);
}
