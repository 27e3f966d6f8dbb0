import { Mistake, NoAnswer, type Person } from '#local-discord';
import { gameText } from '../../src/text/game.ts';
import type { Random } from '../generate/random.ts';
import type { House, SeenRound } from './trivia-servers.ts';

/**
 * A pick that somebody made, and what they were told: `noted` promises that it counts, `refused` that it does not; it
 * is `unanswered` where nobody said either, for want of an answer or of time.
 */
export interface Press {
  readonly token: string;
  readonly userId: string;
  readonly choice: number;
  readonly outcome: 'noted' | 'refused' | 'unanswered';
  /** From the press to the private answer, in milliseconds. */
  readonly ms: number;
}

const NOTED = gameText.es.taken('').split('*')[0] ?? '';

/** Trouble is told in an embed, and has no content. */
const outcomeOf = (said: string) =>
  said.startsWith(NOTED) ? 'noted' : said === '' ? 'unanswered' : 'refused';

/** Presses one of a question's options; undefined when the button was gone before. */
export async function pick(person: Person, round: SeenRound, choice: number): Promise<Press | undefined> {
  const start = performance.now();
  const press = { token: round.token, userId: person.id, choice };
  try {
    const { message, latencyMs } = await person.press(round.message, round.options[choice] ?? '');
    return { ...press, outcome: outcomeOf(message.content), ms: latencyMs };
  } catch (error) {
    if (error instanceof Mistake) return undefined;
    if (error instanceof NoAnswer) return { ...press, outcome: 'unanswered', ms: performance.now() - start };
    throw error;
  }
}

/** Asks something of a bot that may be dead; false when nobody answered. */
export async function tried(deed: Promise<unknown>): Promise<boolean> {
  try {
    await deed;
    return true;
  } catch (error) {
    if (error instanceof Mistake || error instanceof NoAnswer) return false;
    throw error;
  }
}

export const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How long people look for the next question before they start a game. */
const PATIENCE_MS = 1500;

/** Plays in one server until told to stop: games are started, everybody picks, and most questions are skipped then. */
export async function play(
  { starter, players, nextRound }: House,
  {
    random,
    presses,
    isOver,
    rounds,
  }: { random: Random; presses: Press[]; isOver(): boolean; rounds: number },
): Promise<void> {
  let last: string | undefined;
  while (!isOver()) {
    const round = await nextRound(last, PATIENCE_MS);
    if (round === undefined) {
      await tried(starter.command('trivia jugar', { rondas: rounds }));
      continue;
    }
    last = round.token;
    const picks = players.map(async (person) => {
      await after(random.whole(0, 600));
      const press = await pick(person, round, random.whole(0, round.options.length - 1));
      if (press !== undefined) presses.push(press);
    });
    await Promise.all(picks);
    if (random.chance(0.8)) await tried(starter.press(round.message, gameText.es.askSkip));
  }
}
