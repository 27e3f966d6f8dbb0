import type { Question, Theme } from '../game/question.ts';
import { learntDifficulty } from '../game/rules.ts';
import type { Game } from '../store/games.ts';
import type { RoomParts } from './parts.ts';
import { drawQuestion } from './questions/draw-question.ts';
import type { TimesAsked } from './questions/pool.ts';

/** How long a question may take to be found and proven, in milliseconds. */
const DRAW_MS = 10_000;

/**
 * A question for a game that its server was asked no more often than any other of the theme, and how difficult it is
 * for that server; undefined when the theme holds none.
 */
export async function nextQuestion(
  { store, catalogue, random }: Pick<RoomParts, 'store' | 'catalogue' | 'random'>,
  game: Pick<Game, 'guild_id' | 'language' | 'theme'>,
): Promise<{ question: Question; difficulty: number } | undefined> {
  const { guild_id: guildId, language } = game;
  const theme = JSON.parse(game.theme) as Theme;
  const known = new Map<string, Promise<TimesAsked>>();
  const timesAsked = (kind: string) => {
    const found = known.get(kind) ?? store.timesAsked(guildId, kind);
    known.set(kind, found);
    return found;
  };
  const question = await catalogue.read(AbortSignal.timeout(DRAW_MS), (snapshot) =>
    drawQuestion(snapshot, { theme, language, timesAsked }, random),
  );
  if (question === undefined) return undefined;
  const answers = await store.countAnswers(guildId, question.kind);
  return { question, difficulty: learntDifficulty(question.difficulty, answers) };
}
