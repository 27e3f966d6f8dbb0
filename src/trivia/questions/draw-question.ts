import type { Snapshot } from '../../catalogue/catalogue.ts';
import type { Language } from '../../command.ts';
import { shuffle } from '../../lib/shuffle.ts';
import { type Candidate, type Cell, readCandidates, readCells } from './pool.ts';
import type { Kind, Question, Theme } from './question.ts';
import { writeQuestion } from './write-question.ts';

/** For whom a question is drawn. */
export interface Asked {
  readonly theme: Theme;
  readonly language: Language;
  /** For each of them, whether it was asked here before. */
  wasAsked(keys: readonly { kind: Kind; filmId: number }[]): Promise<readonly boolean[]>;
}

/**
 * Draws one question of the theme that nobody was asked here, proven to have exactly one right option; undefined when
 * the theme's pool is used up. Kinds are drawn evenly first, then the difficulty, then the film: the same `random`
 * gives the same question of the same data.
 */
export async function drawQuestion(
  catalogue: Snapshot,
  asked: Asked,
  random: () => number,
): Promise<Question | undefined> {
  const cells = await readCells(catalogue, asked.theme, asked.language);
  for (const cell of inDrawOrder(cells, random)) {
    for await (const { movie_id, translated } of notAsked(catalogue, asked, cell, random)) {
      const question = await writeQuestion(
        catalogue,
        { cell, filmId: movie_id, language: asked.language, translated },
        random,
      );
      if (question !== undefined) return question;
    }
  }
  return undefined;
}

/** How many questions the theme's pool holds. */
export async function countQuestions(catalogue: Snapshot, theme: Theme, language: Language): Promise<number> {
  const cells = await readCells(catalogue, theme, language);
  return cells.reduce((sum, { questions }) => sum + questions, 0);
}

/** Every kind as likely as the others to be the first, whatever its size; so with the difficulties of a kind. */
function inDrawOrder(cells: readonly Cell[], random: () => number): Cell[] {
  const drawn = shuffle([...new Set(cells.map(({ kind }) => kind))], random);
  return drawn.flatMap((kind) =>
    shuffle(
      cells.filter((cell) => cell.kind === kind),
      random,
    ),
  );
}

const FIRST_PAGE = 40;
const NEXT_PAGES = 500;

/** The films of a cell that were not asked, in a random order. */
async function* notAsked(
  catalogue: Snapshot,
  { theme, language, wasAsked }: Asked,
  cell: Cell,
  random: () => number,
): AsyncGenerator<Candidate> {
  const seed = Math.floor(random() * 2 ** 31);
  let limit = FIRST_PAGE;
  for (let offset = 0; offset < cell.questions; ) {
    const page = await readCandidates(catalogue, { theme, language, cell }, { seed, limit, offset });
    const before = await wasAsked(page.map(({ movie_id }) => ({ kind: cell.kind, filmId: movie_id })));
    yield* page.filter((_, index) => before[index] !== true);
    offset += limit;
    limit = NEXT_PAGES;
  }
}
