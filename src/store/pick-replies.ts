import type { Database, PickRepliesTable } from './schema.ts';

export type PickReply = Pick<PickRepliesTable, 'user_id' | 'token' | 'language'>;

/** The private replies to the picks of a round. */
export function pickReplies(database: Database, gameId: string, round: number): Promise<PickReply[]> {
  return database
    .selectFrom('pick_replies')
    .select(['user_id', 'token', 'language'])
    .where('game_id', '=', gameId)
    .where('round', '=', round)
    .execute();
}

/** Deletes the tokens of a game's private replies, up to a round. */
export async function forgetPickReplies(database: Database, gameId: string, round: number): Promise<void> {
  await database
    .deleteFrom('pick_replies')
    .where('game_id', '=', gameId)
    .where('round', '<=', round)
    .execute();
}
