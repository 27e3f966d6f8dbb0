import type { Question, Theme } from '../game/question.ts';
import { learntDifficulty } from '../game/rules.ts';
import type { Game } from '../store/games.ts';
import type { GameParts } from './game-parts.ts';
import { answerOf, drawQuestion, subjectsOf } from './questions/draw-question.ts';
import type { TimesAsked } from './questions/pool.ts';
import { readReveal } from './reveal/read-reveal.ts';

/** Longest time to draw a question. */
const DRAW_MS = 10_000;

/**
 * Draws the next question of a game among those that its server was asked least, with its difficulty for that server.
 * No film is asked about twice in a game. Undefined if the theme has no questions left.
 */
export async function nextQuestion(
  { store, catalogue, random }: Pick<GameParts, 'store' | 'catalogue' | 'random'>,
  game: Pick<Game, 'id' | 'guild_id' | 'language' | 'theme'>,
): Promise<{ question: Question; difficulty: number } | undefined> {
  const { guild_id: guildId, language } = game;
  const theme = JSON.parse(game.theme) as Theme;
  const cache = new Map<string, Promise<TimesAsked>>();
  const timesAsked = (kind: string) => {
    const times = cache.get(kind) ?? store.timesAsked(guildId, kind);
    cache.set(kind, times);
    return times;
  };
  const earlier = (await store.questionsOfGame(game.id)).map((json): Question => JSON.parse(json));
  const played = earlier.flatMap(subjectsOf);
  const answered = earlier.map(answerOf).filter((id) => id !== undefined);
  const question = await catalogue.read(AbortSignal.timeout(DRAW_MS), async (snapshot) => {
    const drawn = await drawQuestion(snapshot, { theme, language, timesAsked, played, answered }, random);
    return drawn && { ...drawn, reveal: await readReveal(snapshot, drawn, random) };
  });
  if (question === undefined) return undefined;
  const answers = await store.countAnswers(guildId, question.kind);
  return { question, difficulty: learntDifficulty(question.difficulty, answers) };
}
