import type { Language, Reply } from '../../contract/call.ts';
import type { EndReason } from '../../game/game.ts';
import type { PickOutcome } from '../../store/picks.ts';
import { isFault } from '../../store/schema.ts';
import type { VoteOutcome, Wish } from '../../store/votes.ts';
import { plain } from '../../text/format.ts';
import { gameText as wordsOf } from '../../text/game.ts';

/** What a person is told, in private, of their pick. */
export function pickReply(outcome: PickOutcome, language: Language): Reply {
  return { content: pickLine(outcome, language), ephemeral: true };
}

function pickLine(pick: PickOutcome, language: Language): string {
  const words = wordsOf[language];
  switch (pick.outcome) {
    case 'taken':
      return words.taken(plain(pick.label));
    case 'again':
      return words.already(plain(pick.label));
    case 'late':
      return lateLine(pick.gameEnd, language);
    case 'out':
      return words.out;
    default:
      return words.roundGone;
  }
}

/** What a person is told of a round that is over; where a fault ended its game, that. */
const lateLine = (gameEnd: EndReason | null, language: Language) =>
  isFault(gameEnd) ? wordsOf[language].ends[gameEnd] : wordsOf[language].late;

/** What a person is told, in private, of their vote. */
export function voteReply(vote: VoteOutcome, wish: Wish, language: Language): Reply {
  const words = wordsOf[language];
  const granted = wish === 'hint' ? words.hintGranted : words.skipGranted;
  const lines = {
    counted: () => (vote.outcome === 'counted' ? words.voteCounted(vote.votes, vote.needed) : ''),
    granted: () => granted,
    outsider: () => words.onlyPlayersVote,
    closed: () => lateLine(vote.outcome === 'closed' ? vote.gameEnd : null, language),
  };
  return { content: lines[vote.outcome](), ephemeral: true };
}
