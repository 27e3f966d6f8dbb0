import { setTimeout as delay } from 'node:timers/promises';
import { Mistake, NoAnswer, type Person } from '#local-discord';
import { gameText } from '../../src/text/game.ts';
import type { Random } from '../generate/random.ts';
import type { OpenRound, TriviaServer } from './trivia-servers.ts';

/** A press of an option and the bot's answer to it. */
export interface PickAttempt {
  readonly token: string;
  readonly userId: string;
  readonly choice: number;
  /** `acknowledged`: the bot said that the pick counts. `unanswered`: no answer, or an error. */
  readonly outcome: 'acknowledged' | 'refused' | 'unanswered';
  /** From the press to the private answer, in milliseconds. */
  readonly ms: number;
}

const ACKNOWLEDGEMENT = gameText.es.taken('').split('*')[0] ?? '';

/** Errors come in an embed without content. */
function outcomeOf(content: string): PickAttempt['outcome'] {
  if (content.startsWith(ACKNOWLEDGEMENT)) return 'acknowledged';
  return content === '' ? 'unanswered' : 'refused';
}

/** Presses an option of a question. Undefined if the button was removed before. */
export async function attemptPick(
  person: Person,
  round: OpenRound,
  choice: number,
): Promise<PickAttempt | undefined> {
  const start = performance.now();
  const attempt = { token: round.token, userId: person.id, choice };
  try {
    const { message, latencyMs } = await person.press(round.message, round.options[choice] ?? '');
    return { ...attempt, outcome: outcomeOf(message.content), ms: latencyMs };
  } catch (error) {
    if (error instanceof Mistake) return undefined;
    if (error instanceof NoAnswer)
      return { ...attempt, outcome: 'unanswered', ms: performance.now() - start };
    throw error;
  }
}

/** Whether a bot that may be dead answered. */
export async function isAnswered(interaction: Promise<unknown>): Promise<boolean> {
  try {
    await interaction;
    return true;
  } catch (error) {
    if (error instanceof Mistake || error instanceof NoAnswer) return false;
    throw error;
  }
}

/** How long people wait for the next question before they press the button that opens it, or start a game. */
const PATIENCE_MS = 1500;

/**
 * Plays in one server until `isOver`: starts games, a third of them in teams and a third with a host, picks as every player,
 * and skips four of five questions afterwards.
 */
export async function play(
  server: TriviaServer,
  {
    random,
    attempts,
    isOver,
    rounds,
  }: { random: Random; attempts: PickAttempt[]; isOver(): boolean; rounds: number },
): Promise<void> {
  const { starter, players, nextRound } = server;
  let last: string | undefined;
  while (!isOver()) {
    const round = await nextRound(last, PATIENCE_MS);
    if (round === undefined) {
      await goOn(server, rounds, random.whole(0, 2));
      continue;
    }
    last = round.token;
    const picks = players.map(async (person) => {
      await delay(random.whole(0, 600));
      const attempt = await attemptPick(person, round, random.whole(0, round.options.length - 1));
      if (attempt !== undefined) attempts.push(attempt);
    });
    await Promise.all(picks);
    if (random.chance(0.8)) await isAnswered(starter.press(round.message, gameText.es.askSkip));
  }
}

/** Options of the games that people start. */
const ROOMS = [{}, { equipos: 2 }, { anfitrion: true }];

/** Opens the next question as the host, and starts a game if none is under way. */
async function goOn({ starter, nextButton }: TriviaServer, rounds: number, room: number): Promise<void> {
  const next = nextButton();
  if (next !== undefined) await isAnswered(starter.press(next.message, next.id));
  await isAnswered(starter.command('trivia jugar', { rondas: rounds, ...ROOMS[room] }));
}
