import type { Game } from '../store/games.ts';
import { drawQuestion } from './questions/draw-question.ts';
import type { Question, Theme } from './questions/question.ts';
import type { RoomParts } from './rooms.ts';
import { learntDifficulty } from './rules.ts';

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
  for (let times = 0; ; times++) {
    let others = false;
    const wasAsked = async (keys: readonly { kind: string; filmId: number }[]) => {
      const asked = await store.timesAsked(guildId, keys);
      others ||= asked.some((count) => count > times);
      return asked.map((count) => count > times);
    };
    const question = await catalogue.read(AbortSignal.timeout(DRAW_MS), (snapshot) =>
      drawQuestion(snapshot, { theme, language, wasAsked }, random),
    );
    if (question !== undefined) {
      const answers = await store.answersTo(guildId, question.kind);
      return { question, difficulty: learntDifficulty(question.difficulty, answers) };
    }
    if (!others) return undefined;
  }
}
