import type { Language, Reply } from '../../contract/call.ts';
import { type EndReason, isFault } from '../../game/game.ts';
import type { Question } from '../../game/question.ts';
import type { PickOutcome } from '../../store/picks.ts';
import type { JoinOutcome } from '../../store/teams.ts';
import type { VoteKind, VoteOutcome } from '../../store/votes.ts';
import { count } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { plain } from '../../text/sanitize.ts';
import { hearts } from './lists.ts';
import { type Team, teamLabel } from './team-table.ts';

/** The private reply to a pick. */
export function pickReply(outcome: PickOutcome, language: Language): Reply {
  return { content: pickLine(outcome, language), ephemeral: true };
}

function pickLine(pick: PickOutcome, language: Language): string {
  const t = gameText[language];
  switch (pick.outcome) {
    case 'taken':
      return t.taken(plain(pick.label));
    case 'again':
      return t.already(plain(pick.label));
    case 'late':
      return lateLine(pick.gameEnd, language);
    case 'out':
      return t.out;
    default:
      return t.roundGone;
  }
}

/** The private reply to a pick after its question is closed: right or wrong, and the score. */
export function verdictReply(
  pick: { choice: number; correct: boolean; points: number },
  { options, answer }: Question,
  /** The person's points in the game so far; in survival, the lives that they have left; their team. */
  { total, lives, team }: { total: number; lives: number | undefined; team: Team | undefined },
  language: Language,
): Reply {
  const t = gameText[language];
  const label = (index: number) => plain(options[index]?.label ?? '');
  const lines = [
    ...(pick.correct
      ? [t.wasRight(label(answer), count(pick.points, language), count(total, language))]
      : [t.wasWrong(label(pick.choice), label(answer))]),
    ...(pick.correct || lives === undefined ? [] : [lives === 0 ? t.nowOut : t.livesLeft(hearts(lives))]),
    ...(team === undefined ? [] : [t.yourTeam(teamLabel(team, language))]),
  ];
  return { content: lines.join(' ') };
}

/** The reply to a press after the round closed; it says so if a fault ended the game. */
const lateLine = (gameEnd: EndReason | null, language: Language) =>
  isFault(gameEnd) ? gameText[language].ends[gameEnd] : gameText[language].late;

/** The private reply to a vote. */
export function voteReply(vote: VoteOutcome, kind: VoteKind, language: Language): Reply {
  const t = gameText[language];
  const granted = kind === 'hint' ? t.hintGranted : t.skipGranted;
  const lines = {
    counted: () => (vote.outcome === 'counted' ? t.voteCounted(vote.votes, vote.needed) : ''),
    granted: () => granted,
    outsider: () => t.onlyPlayersVote,
    closed: () => lateLine(vote.outcome === 'closed' ? vote.gameEnd : null, language),
  };
  return { content: lines[vote.outcome](), ephemeral: true };
}

/** The private reply to the person who opens the next question, or may not. */
export const callReply = (outcome: 'called' | 'gone' | 'not yours', language: Language): Reply => {
  const t = gameText[language];
  const lines = { called: t.called, gone: t.alreadyOpen, 'not yours': t.onlyHost };
  return { content: lines[outcome], ephemeral: true };
};

/** The private reply to a person who joins after the first question. */
export function lateReply(joined: JoinOutcome, language: Language): Reply {
  const t = gameText[language];
  if (joined.outcome === 'closed') return { content: t.gameGone, ephemeral: true };
  const { team: index, teams } = joined;
  return { content: t.yourTeam(teamLabel({ index, name: teams[index] }, language)), ephemeral: true };
}
