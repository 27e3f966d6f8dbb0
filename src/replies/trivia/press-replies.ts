import type { Language, Reply } from '../../command.ts';
import type { PickOutcome } from '../../store/picks.ts';
import type { VoteOutcome, Wish } from '../../store/votes.ts';
import { plain } from '../format.ts';
import { words as wordsOf } from './words.ts';

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
      return pick.gameEnd === 'muted' || pick.gameEnd === 'broken' ? words.ends[pick.gameEnd] : words.late;
    case 'out':
      return words.out;
    default:
      return words.roundGone;
  }
}

/** What a person is told, in private, of their vote. */
export function voteReply(vote: VoteOutcome, wish: Wish, language: Language): Reply {
  const words = wordsOf[language];
  const granted = wish === 'hint' ? words.hintGranted : words.skipGranted;
  const lines = {
    counted: () => (vote.outcome === 'counted' ? words.voteCounted(vote.votes, vote.needed) : ''),
    granted: () => granted,
    outsider: () => words.onlyPlayersVote,
    closed: () => words.late,
  };
  return { content: lines[vote.outcome](), ephemeral: true };
}
