import { verdictReply } from '../replies/trivia/press-replies.ts';
import type { RoundResult } from '../replies/trivia/question-message.ts';
import { teamOf } from '../replies/trivia/team-table.ts';
import type { Game } from '../store/games.ts';
import type { PickReply } from '../store/pick-replies.ts';
import type { GameParts } from './game-parts.ts';
import type { RoundWithQuestion } from './shown-round.ts';

/** Private replies that are edited at a time: Discord allows a bot 50 requests a second, and games need some. */
const EDITS_AT_ONCE = 5;

/**
 * Edits the private replies to the picks of a closed round, so that each says whether the pick was right, and deletes their
 * tokens. A reply that cannot be edited, for example because the person dismissed it, stays as it is.
 */
export async function tellPickers(
  { store, messenger }: Pick<GameParts, 'store' | 'messenger'>,
  { id: gameId }: Game,
  round: RoundWithQuestion,
  { picks, scores, teams, lives, replies }: RoundResult & { replies: readonly PickReply[] },
): Promise<void> {
  const verdicts = replies.flatMap(({ user_id: userId, token, language }) => {
    const pick = picks.find((one) => one.userId === userId);
    const total = scores.find((one) => one.userId === userId)?.points ?? 0;
    if (pick === undefined) return [];
    const shown = { total, lives: lives?.get(userId), team: teamOf(teams, userId) };
    return [{ token, reply: verdictReply(pick, round.parsed, shown, language) }];
  });
  for (let start = 0; start < verdicts.length; start += EDITS_AT_ONCE) {
    const batch = verdicts.slice(start, start + EDITS_AT_ONCE);
    await Promise.allSettled(batch.map(({ token, reply }) => messenger.editAnswer(token, reply)));
  }
  await store.forgetPickReplies(gameId, round.number);
}
