import type { EndReason, Mode } from './game.ts';

/** Reading speed of a slow reader, so that nobody loses time by reading. */
const LETTERS_PER_SECOND = 15;
/** How long a question stays open after everybody who plays has answered, for others who want to join, in ms. */
const LAST_CALL_MS = 3000;
/** The least time for which the first question of a game is open, in ms: people join in it. */
const FIRST_OPEN_MS = 15_000;
/** The longest pause after an answer, as a multiple of the server's setting. */
const MAX_PAUSE = 3;
/** Consecutive unanswered rounds that end a game. */
const IDLE_ROUNDS = 2;
/** Streak with the highest bonus. */
const MAX_STREAK = 5;

/** The facts from which the points of a pick are computed. */
export interface JudgedRound {
  readonly answer: number;
  readonly options: number;
  readonly difficulty: number;
  /** How many steps the question reveals one by one; 1 if it has no steps. */
  readonly steps: number;
  /** When the question was posted, in milliseconds by Discord's clock. */
  readonly askedAt: number;
  /** The time to answer, in milliseconds. */
  readonly allowed: number;
  readonly hintAt: number | null;
  /** When a skip or a stop ended the round early; later picks do not count. */
  readonly cutAt: number | null;
  readonly mode: Mode;
  /** In survival, how many questions a person may miss before they are out, that one included. */
  readonly lives: number;
  /** How many rounds were played before, without skipped ones. Counted in survival only. */
  readonly played: number;
}

/** The results of one person in the earlier rounds of a game. */
export interface EarlierPicks {
  /** The streak after the previous round. */
  readonly streak: number;
  /** Right picks in the rounds that `played` counts. */
  readonly right: number;
}

/**
 * The lives that a person has left in survival: each question that they missed, or that was asked before they joined, took
 * one. 0 if they are out.
 */
export const livesLeft = ({ lives, played }: Pick<JudgedRound, 'lives' | 'played'>, right: number): number =>
  Math.max(0, lives - (played - right));

export type Verdict =
  | { outcome: 'taken'; correct: boolean; points: number; streak: number; ms: number }
  | { outcome: 'late' }
  | { outcome: 'out' | 'no such option' };

/** The time to answer in milliseconds: the server's seconds plus the time to read the question. */
export function allowedTime(seconds: number, letters: number): number {
  return seconds * 1000 + readingTime(letters);
}

/** The time to read a text, in milliseconds. */
const readingTime = (letters: number) => Math.ceil(letters / LETTERS_PER_SECOND) * 1000;

/** The pause after an answer in ms: the time to read it, at least the server's `seconds` and at most three times that. */
export const pauseAfter = (seconds: number, letters: number): number =>
  Math.min(MAX_PAUSE * seconds * 1000, Math.max(seconds * 1000, readingTime(letters)));

/** The state of a round, from which it follows when the round closes. */
export interface Turnout {
  /** The question of the day never closes early: more people come. */
  readonly isDaily: boolean;
  /** In survival, the people who are still in; undefined in other modes. */
  readonly survivors: ReadonlySet<string> | undefined;
  readonly startedBy: string;
  /** Length of the question, in letters. */
  readonly letters: number;
  /** The picks of the round, with the milliseconds since the question was posted. */
  readonly picks: readonly { readonly userId: string; readonly ms: number }[];
  /** The picks of the round before, and of the one before that, without skipped rounds. Empty if there was none. */
  readonly last: readonly { readonly userId: string }[];
  readonly beforeLast: readonly { readonly userId: string }[];
  /** Whether no round was played before. */
  readonly isFirst: boolean;
}

/**
 * The people who are expected to answer a round: in the first round the starter, later everybody who answered one of the last two
 * rounds, so that a person who leaves delays only two questions. In survival, only people with lives left.
 */
export function expectedPlayers({ survivors, startedBy, last, beforeLast, isFirst }: Turnout): Set<string> {
  if (isFirst) return new Set(startedBy === '' ? [] : [startedBy]);
  const playing = [...last, ...beforeLast].map(({ userId }) => userId);
  return new Set(playing.filter((userId) => survivors?.has(userId) !== false));
}

/**
 * When a round closes because everybody who is expected has answered, in ms after its question was posted; undefined while
 * an answer is missing. The first question of a game stays open for 15 s at least, and can always be read to its end: nobody knows yet who plays.
 */
export function earlyClose(turnout: Turnout): number | undefined {
  const { isDaily, picks, letters, isFirst } = turnout;
  if (isDaily) return undefined;
  const answered = new Set(picks.map(({ userId }) => userId));
  const isMissing = [...expectedPlayers(turnout)].some((userId) => !answered.has(userId));
  if (picks.length === 0 || isMissing) return undefined;
  const lastCall = Math.max(...picks.map(({ ms }) => ms)) + LAST_CALL_MS;
  return isFirst ? Math.max(lastCall, FIRST_OPEN_MS, readingTime(letters)) : lastCall;
}

/**
 * Judges a pick by the time at which the button was pressed, not by the time of arrival. Points: 100 per level of difficulty (for a question with steps, only the share of the steps
 * that are left), plus up to 50 % for speed and up to 20 % for a streak; all halved after a hint.
 */
export function judge(
  round: JudgedRound,
  pick: { choice: number; at: number },
  earlier: EarlierPicks,
): Verdict {
  const ms = Math.max(0, pick.at - round.askedAt);
  if (!Number.isInteger(pick.choice) || pick.choice < 0 || pick.choice >= round.options)
    return { outcome: 'no such option' };
  if (ms > round.allowed || (round.cutAt !== null && pick.at > round.cutAt)) return { outcome: 'late' };
  if (round.mode === 'survival' && livesLeft(round, earlier.right) === 0) return { outcome: 'out' };
  if (pick.choice !== round.answer) return { outcome: 'taken', correct: false, points: 0, streak: 0, ms };
  const streak = earlier.streak + 1;
  return { outcome: 'taken', correct: true, points: pointsOf(round, ms, streak, pick.at), streak, ms };
}

function pointsOf(round: JudgedRound, ms: number, streak: number, at: number): number {
  const spent = ms / round.allowed;
  const step = Math.min(round.steps - 1, Math.floor(spent * round.steps));
  const forStreak = (0.2 * (Math.min(streak, MAX_STREAK) - 1)) / (MAX_STREAK - 1);
  const hinted = round.hintAt !== null && at >= round.hintAt;
  return Math.round(worthOf({ ...round, step, hinted }) * (1 + speedBonus(spent) + forStreak));
}

/** The points of a question at one of its steps, counted from 0, without bonuses. */
const worthOf = ({
  difficulty,
  steps,
  step,
  hinted,
}: Pick<JudgedRound, 'difficulty' | 'steps'> & { step: number; hinted: boolean }) =>
  ((100 * difficulty * (steps - step)) / steps) * (hinted ? 0.5 : 1);

/** The bonus after a share of the time. */
const speedBonus = (spent: number) => 0.5 * (1 - spent);

/** The most points without a streak that a question can still give from the start of a step on. */
export const pointsLeft = (at: Parameters<typeof worthOf>[0]): number =>
  Math.round(worthOf(at) * (1 + speedBonus(at.step / at.steps)));

/** How many of a game's players must vote for a hint or a skip: a majority. */
export function votesNeeded(players: number): number {
  return Math.max(1, Math.floor(players / 2) + 1);
}

/** When each further step of a question is revealed, in milliseconds from its start. */
export function stepTimes(steps: number, allowed: number): number[] {
  return Array.from({ length: Math.max(0, steps - 1) }, (_, index) => ((index + 1) * allowed) / steps);
}

/** The state of a game after a round. */
export interface Standing {
  readonly mode: Mode;
  readonly target: number;
  readonly rounds: number;
  /** Rounds played so far. */
  readonly round: number;
  /** Consecutive unanswered rounds. */
  readonly unanswered: number;
  /** The highest score. */
  readonly best: number;
  /** How many people (or teams) played, and how many of them have lives left. The second counts in survival only. */
  readonly players: number;
  readonly survivors: number;
  /** Whether this round was skipped; a skip eliminates nobody. */
  readonly skipped: boolean;
}

/** Why the game ends after this round; undefined if it continues. */
export function endAfter(game: Standing): EndReason | undefined {
  if (game.unanswered >= IDLE_ROUNDS) return 'idle';
  if (game.mode === 'first_to' && game.best >= game.target) return 'won';
  if (game.mode === 'survival' && !game.skipped && game.players > 0) {
    const { survivors } = game;
    if (survivors === 0 || (survivors === 1 && game.players > 1)) return 'won';
  }
  return game.round >= game.rounds ? 'played' : undefined;
}

/** The people or teams who won: those with the most points, if they have any; in survival only those who are still in. */
export function winnersOf<Score extends { points: number }>(
  scores: readonly Score[],
  isIn: (score: Score) => boolean,
): Score[] {
  const eligible = scores.filter((score) => score.points > 0 && isIn(score));
  const most = Math.max(...eligible.map(({ points }) => points));
  return eligible.filter(({ points }) => points === most);
}

/** Picks of a server at a kind of question before they change its difficulty. */
const MIN_ANSWERS = 20;

/**
 * The difficulty of a question, 1 to 3: its own, minus 1 if over 80 % of the server's picks at this kind of
 * question are right, plus 1 if under 35 % are.
 */
export function learntDifficulty(
  own: number,
  { right, answers }: { right: number; answers: number },
): 1 | 2 | 3 {
  const share = right / answers;
  const learnt = answers < MIN_ANSWERS ? 0 : share > 0.8 ? -1 : share < 0.35 ? 1 : 0;
  return Math.min(3, Math.max(1, own + learnt)) as 1 | 2 | 3;
}

/**
 * The streaks of the question of the day: of each person who was right on the latest day, how many days in a row they were.
 * `days` are the people who were right, latest day first.
 */
export function dailyStreaks(days: readonly ReadonlySet<string>[]): Map<string, number> {
  const streaks = [...(days[0] ?? [])].map((userId): [string, number] => {
    const missed = days.findIndex((right) => !right.has(userId));
    return [userId, missed < 0 ? days.length : missed];
  });
  return new Map(streaks.sort(([, one], [, other]) => other - one));
}
