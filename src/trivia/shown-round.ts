import type { Question } from '../game/question.ts';
import { earlyClose, expectedPlayers, stepTimes, type Turnout } from '../game/rules.ts';
import type { OpenRound, ShownRound } from '../replies/trivia/question-message.ts';
import type { Game } from '../store/games.ts';
import type { Round } from '../store/rounds.ts';

export type RoundWithQuestion = Round & { parsed: Question };

/** The parts of a round that its message shows at a time. */
export function shownRound(game: Game, round: RoundWithQuestion, now: number): ShownRound {
  const { parsed: question } = round;
  const openedAt = round.opened_at ?? now;
  const due = stepTimes(question.steps?.length ?? 1, round.allowed).filter((ms) => openedAt + ms <= now);
  return {
    question,
    token: round.token,
    number: round.number,
    rounds: game.mode === 'classic' ? game.rounds : null,
    difficulty: round.difficulty,
    steps: 1 + due.length,
    hinted: round.hint_at !== null,
  };
}

/** The same for an open question, with how many have answered and when it closes. */
export function openRound(game: Game, round: RoundWithQuestion, now: number, turnout: Turnout): OpenRound {
  const answered = turnout.picks.map(({ userId }) => userId);
  return {
    ...shownRound(game, round, now),
    answered: answered.length,
    playing: new Set([...answered, ...expectedPlayers(turnout)]).size,
    closesAt: (round.asked_at ?? now) + Math.min(round.allowed, earlyClose(turnout) ?? round.allowed),
  };
}

/** The letters that a person reads before answering. */
export function lettersOf({ text, steps, options }: Question): number {
  return [text, ...(steps ?? []), ...options.map(({ label }) => label)].join('').length;
}
