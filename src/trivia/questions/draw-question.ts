import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Language } from '../../contract/call.ts';
import type { Question, QuestionKind, Theme } from '../../game/question.ts';
import { shuffle } from '../../lib/random.ts';
import { type Candidate, type Cell, readCandidates, readCells, type TimesAsked } from './pool.ts';
import { writeQuestion } from './write-question.ts';

/** For whom a question is drawn. */
export interface Asked {
  readonly theme: Theme;
  readonly language: Language;
  /** How often the server was asked questions of a kind; films that are not in it were never asked. */
  timesAsked(kind: QuestionKind): Promise<TimesAsked>;
}

/**
 * Draws one question that the server was asked no more often than any other of the theme, proven to have exactly one
 * right option; undefined when none of the theme can be written. Among those asked least, kinds are drawn evenly first,
 * then the difficulty, then the film: the same `random` gives the same question of the same data.
 */
export async function drawQuestion(
  catalogue: Snapshot,
  asked: Asked,
  random: () => number,
): Promise<Question | undefined> {
  const { language } = asked;
  const cells = await readCells(catalogue, asked.theme, language);
  const queues = inDrawOrder(cells, random).map((cell) => openQueue(catalogue, asked, cell, random));
  for (let times = 0; times < Number.POSITIVE_INFINITY; times = await leastAsked(queues)) {
    for (const queue of queues) {
      for (
        let next = await queue.peek();
        next !== undefined && next.times <= times;
        next = await queue.peek()
      ) {
        queue.skip();
        const order = { cell: queue.cell, filmId: next.movie_id, language, translated: next.translated };
        const question = await writeQuestion(catalogue, order, random);
        if (question !== undefined) return question;
      }
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

/** The films of a cell, read page by page as they are wanted, those asked least first. */
interface Queue {
  readonly cell: Cell;
  peek(): Promise<Candidate | undefined>;
  skip(): void;
}

function openQueue(
  catalogue: Snapshot,
  { theme, language, timesAsked }: Asked,
  cell: Cell,
  random: () => number,
): Queue {
  let page: Candidate[] = [];
  let [offset, limit] = [0, FIRST_PAGE];
  let seed: number | undefined;
  return {
    cell,
    async peek() {
      if (page.length === 0 && offset < cell.questions) {
        seed ??= Math.floor(random() * 2 ** 31);
        const asked = await timesAsked(cell.kind);
        page = await readCandidates(catalogue, { theme, language, cell, asked }, { seed, limit, offset });
        offset += limit;
        limit = NEXT_PAGES;
      }
      return page[0];
    },
    skip() {
      page.shift();
    },
  };
}

/** How often the next films were asked that are asked least; infinity when no films are left. */
async function leastAsked(queues: readonly Queue[]): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (const queue of queues) least = Math.min(least, (await queue.peek())?.times ?? least);
  return least;
}
