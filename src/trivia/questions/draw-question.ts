import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Language } from '../../contract/call.ts';
import type { Question, QuestionKind, Theme } from '../../game/question.ts';
import { shuffle } from '../../lib/random.ts';
import { type Candidate, type PoolSlice, readCandidates, readSlices, type TimesAsked } from './pool.ts';
import { writeQuestion } from './write-question.ts';

export interface DrawOptions {
  readonly theme: Theme;
  readonly language: Language;
  /** How often the server was asked one kind of question. Films that are missing were never asked. */
  timesAsked(kind: QuestionKind): Promise<TimesAsked>;
  /** Films that may be neither the subject nor the right answer: those of the game's earlier questions. */
  readonly played?: readonly number[];
}

/**
 * Draws a question with exactly one right option, among the questions of the theme that the server was asked least.
 * First the kind is drawn with equal chances, then the difficulty, then the film. The same `random` and data give the
 * same question. Undefined if no question of the theme can be written.
 */
export async function drawQuestion(
  catalogue: Snapshot,
  options: DrawOptions,
  random: () => number,
): Promise<Question | undefined> {
  const { language, played = [] } = options;
  const slices = await readSlices(catalogue, options.theme, language);
  const queues = inDrawOrder(slices, random).map((slice) => openQueue(catalogue, options, slice, random));
  for (let times = 0; times < Number.POSITIVE_INFINITY; times = await leastTimes(queues)) {
    for (const queue of queues) {
      for (
        let next = await queue.peek();
        next !== undefined && next.times <= times;
        next = await queue.peek()
      ) {
        queue.skip();
        const { slice } = queue;
        const { movie_id: filmId, translated } = next;
        const question = await writeQuestion(catalogue, { slice, filmId, language, translated }, random);
        if (question !== undefined && !subjectsOf(question).some((id) => played.includes(id)))
          return question;
      }
    }
  }
  return undefined;
}

/** The films that a question is about: its own, and the one that is the right answer. */
export function subjectsOf({ filmId, options, answer }: Question): number[] {
  const right = options[answer]?.filmId;
  return right === undefined ? [filmId] : [filmId, right];
}

/** How many questions the pool has for a theme. */
export async function countQuestions(catalogue: Snapshot, theme: Theme, language: Language): Promise<number> {
  const slices = await readSlices(catalogue, theme, language);
  return slices.reduce((sum, { questions }) => sum + questions, 0);
}

/** Shuffles the kinds, whatever their size, and the difficulties within each kind. */
function inDrawOrder(slices: readonly PoolSlice[], random: () => number): PoolSlice[] {
  const kinds = shuffle([...new Set(slices.map(({ kind }) => kind))], random);
  return kinds.flatMap((kind) =>
    shuffle(
      slices.filter((slice) => slice.kind === kind),
      random,
    ),
  );
}

const FIRST_PAGE = 40;
const NEXT_PAGES = 500;

/** The films of a slice, least asked first; pages are read on demand. */
interface Queue {
  readonly slice: PoolSlice;
  peek(): Promise<Candidate | undefined>;
  skip(): void;
}

function openQueue(
  catalogue: Snapshot,
  { theme, language, timesAsked, played = [] }: DrawOptions,
  slice: PoolSlice,
  random: () => number,
): Queue {
  let page: Candidate[] = [];
  let [offset, limit] = [0, FIRST_PAGE];
  let seed: number | undefined;
  return {
    slice,
    async peek() {
      if (page.length === 0 && offset < slice.questions) {
        seed ??= Math.floor(random() * 2 ** 31);
        const asked = await timesAsked(slice.kind);
        page = await readCandidates(
          catalogue,
          { theme, language, slice, asked, played },
          { seed, limit, offset },
        );
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

/** How often the least asked film that is left was asked; infinity if no films are left. */
async function leastTimes(queues: readonly Queue[]): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (const queue of queues) least = Math.min(least, (await queue.peek())?.times ?? least);
  return least;
}
