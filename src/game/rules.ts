import type { EndReason, Mode } from './game.ts';

/** How many letters a person reads in a second: a slow reader, so that nobody loses by reading. */
const LETTERS_A_SECOND = 15;
/** Rounds in a row that nobody answers before a game ends by itself. */
export const IDLE_ROUNDS = 2;
/** Right answers in a row from which a streak earns no more. */
const LONGEST_STREAK = 5;

/** What of a round its picks are judged by. */
export interface JudgedRound {
  readonly answer: number;
  readonly options: number;
  readonly difficulty: number;
  /** How many steps are revealed one after the other; 1 for a question that is whole at once. */
  readonly steps: number;
  /** When people saw it, in milliseconds by Discord's clock. */
  readonly askedAt: number;
  /** How long they have, in milliseconds. */
  readonly allowed: number;
  readonly hintAt: number | null;
  /** When a skip or a stop cut it short: later picks do not count. */
  readonly cutAt: number | null;
  readonly mode: Mode;
  /** Whether a round was played before it: who missed that one is out of a game of survival. */
  readonly isFirst: boolean;
}

/** What a person did in the round before. */
export interface EarlierPick {
  readonly correct: boolean;
  readonly streak: number;
}

export type Verdict =
  | { outcome: 'taken'; correct: boolean; points: number; streak: number; ms: number }
  | { outcome: 'late' }
  | { outcome: 'out' | 'no such option' };

/** How long a question stands, in milliseconds: the seconds of the server and the time to read it. */
export function allowedTime(seconds: number, letters: number): number {
  return (seconds + Math.ceil(letters / LETTERS_A_SECOND)) * 1000;
}

/**
 * Judges one pick by the time at which the person pressed, whenever it arrives. `earlier` is the person's pick in the
 * round before, if any. Points: 100 for each step of difficulty, for a ladder only the share of its steps that were
 * not needed yet; then up to half more for speed and up to a fifth more for a streak; half of it all after a hint.
 */
export function judge(
  round: JudgedRound,
  pick: { choice: number; at: number },
  earlier: EarlierPick | undefined,
): Verdict {
  const ms = Math.max(0, pick.at - round.askedAt);
  if (!Number.isInteger(pick.choice) || pick.choice < 0 || pick.choice >= round.options)
    return { outcome: 'no such option' };
  if (ms > round.allowed || (round.cutAt !== null && pick.at > round.cutAt)) return { outcome: 'late' };
  if (round.mode === 'survival' && !round.isFirst && earlier?.correct !== true) return { outcome: 'out' };
  if (pick.choice !== round.answer) return { outcome: 'taken', correct: false, points: 0, streak: 0, ms };
  const streak = (earlier?.streak ?? 0) + 1;
  return { outcome: 'taken', correct: true, points: pointsOf(round, ms, streak, pick.at), streak, ms };
}

function pointsOf(round: JudgedRound, ms: number, streak: number, at: number): number {
  const spent = ms / round.allowed;
  const step = Math.min(round.steps - 1, Math.floor(spent * round.steps));
  const worth = (100 * round.difficulty * (round.steps - step)) / round.steps;
  const forSpeed = 0.5 * (1 - spent);
  const forStreak = (0.2 * (Math.min(streak, LONGEST_STREAK) - 1)) / (LONGEST_STREAK - 1);
  const hinted = round.hintAt !== null && at >= round.hintAt ? 0.5 : 1;
  return Math.round(worth * (1 + forSpeed + forStreak) * hinted);
}

/** How many of a game's players must wish for a hint or a skip. */
export function votesNeeded(players: number): number {
  return Math.max(1, Math.floor(players / 2) + 1);
}

/** When each further step of a question is revealed, in milliseconds from its start. */
export function stepTimes(steps: number, allowed: number): number[] {
  return Array.from({ length: Math.max(0, steps - 1) }, (_, index) => ((index + 1) * allowed) / steps);
}

/** How a game stands after a round. */
export interface Standing {
  readonly mode: Mode;
  readonly target: number;
  readonly rounds: number;
  /** Rounds played so far. */
  readonly round: number;
  /** Rounds in a row that nobody answered. */
  readonly unanswered: number;
  /** The best total of any player. */
  readonly best: number;
  /** People who played, and those of them who were right in the round just played. */
  readonly players: number;
  readonly right: number;
  /** Whether the round just played was skipped: nobody is out for it. */
  readonly skipped: boolean;
}

/** Why the game ends after this round; undefined when it goes on. */
export function endAfter(game: Standing): EndReason | undefined {
  if (game.unanswered >= IDLE_ROUNDS) return 'idle';
  if (game.mode === 'first_to' && game.best >= game.target) return 'won';
  if (game.mode === 'survival' && !game.skipped && game.players > 0) {
    const survivors = game.right;
    if (survivors === 0 || (survivors === 1 && game.players > 1)) return 'won';
  }
  return game.round >= game.rounds ? 'played' : undefined;
}

/** Answers that a kind of question must have had in a server before its difficulty is learnt from them. */
const LEARNT_FROM = 20;

/**
 * The difficulty of a question, 1 to 3: by fame, then by how often this server's people are right at questions of that
 * kind: over 80 % is a step easier, under 35 % a step harder.
 */
export function learntDifficulty(
  byFame: number,
  { right, answers }: { right: number; answers: number },
): 1 | 2 | 3 {
  const share = right / answers;
  const learnt = answers < LEARNT_FROM ? 0 : share > 0.8 ? -1 : share < 0.35 ? 1 : 0;
  return Math.min(3, Math.max(1, byFame + learnt)) as 1 | 2 | 3;
}
