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
  /** People who were the answer of the game's earlier questions. */
  readonly answered?: readonly number[];
}

/**
 * Draws a question with exactly one right option, among the questions of the theme that the server was asked least.
 * First the kind is drawn with equal chances, then the difficulty, then the film. A question whose answer is one of `answered`
 * comes only if there is no other. The same `random` and data give the same question. Undefined if no question of the theme can
 * be written.
 */
export async function drawQuestion(
  catalogue: Snapshot,
  options: DrawOptions,
  random: () => number,
): Promise<Question | undefined> {
  const { theme, language, played = [], answered = [] } = options;
  const slices = await readSlices(catalogue, theme, language);
  const queues = inDrawOrder(slices, random).map((slice) => openQueue(catalogue, options, slice, random));
  const write = async ({ slice }: Queue, { movie_id: filmId, translated }: Candidate) => {
    const question = await writeQuestion(catalogue, { slice, filmId, language, translated }, random);
    if (question === undefined || subjectsOf(question).some((id) => played.includes(id))) return undefined;
    // The theme would give the answer away.
    return theme.person !== undefined && answerOf(question) === theme.person.id ? undefined : question;
  };
  let repeated: Question | undefined;
  for (let times = 0; times < Number.POSITIVE_INFINITY; times = await leastTimes(queues)) {
    for (const queue of queues) {
      for (let next = await queue.take(times); next !== undefined; next = await queue.take(times)) {
        const question = await write(queue, next);
        if (question !== undefined && !answered.includes(answerOf(question) ?? 0)) return question;
        repeated ??= question;
      }
    }
  }
  return repeated;
}

/** The person who is the right answer, if it is one. */
export const answerOf = ({ options, answer }: Question): number | undefined => options[answer]?.personId;

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
  /** Removes and returns the next film if it was asked at most `times` times. */
  take(times: number): Promise<Candidate | undefined>;
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
  const peek = async () => {
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
  };
  const take = async (times: number) => {
    const next = await peek();
    return next !== undefined && next.times <= times ? page.shift() : undefined;
  };
  return { slice, peek, take };
}

/** How often the least asked film that is left was asked; infinity if no films are left. */
async function leastTimes(queues: readonly Queue[]): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (const queue of queues) least = Math.min(least, (await queue.peek())?.times ?? least);
  return least;
}
