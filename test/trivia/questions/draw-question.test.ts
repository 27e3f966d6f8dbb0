import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import type { Snapshot } from '../../../src/catalogue/snapshot.ts';
import type { Language } from '../../../src/contract/call.ts';
import type { Question, QuestionKind, Theme } from '../../../src/game/question.ts';
import { fold } from '../../../src/lib/fold.ts';
import { countQuestions, drawQuestion, subjectsOf } from '../../../src/trivia/questions/draw-question.ts';
import { kindsFor } from '../../../src/trivia/questions/kinds/index.ts';
import { sampleCatalogue } from '../../support/sample-catalogue.ts';
import { type Facts, readFacts } from './facts.ts';
import { rightOptions } from './right-options.ts';
import { seeded } from './seeded.ts';

let catalogue: Catalogue;
let films: Map<number, Facts>;

const inCatalogue = <Result>(work: (snapshot: Snapshot) => Promise<Result>) =>
  catalogue.read(AbortSignal.timeout(60_000), work);

beforeAll(async () => {
  catalogue = await sampleCatalogue();
  films = await inCatalogue(readFacts);
});

/** Draws up to `most` questions; with `again` a question can be drawn twice. */
async function draw(
  theme: Theme,
  { language = 'es' as Language, most = 1, seed = 1, again = false } = {},
): Promise<Question[]> {
  const random = seeded(seed);
  const asked: Question[] = [];
  const timesAsked = async (kind: QuestionKind) => {
    const films = asked.filter((one) => one.kind === kind).map(({ filmId }) => filmId);
    return { films, times: films.map(() => 1) };
  };
  const drawn: Question[] = [];
  return inCatalogue(async (snapshot) => {
    while (drawn.length < most) {
      const question = await drawQuestion(snapshot, { theme, language, timesAsked }, random);
      if (question === undefined) break;
      const isNew = !asked.some(({ kind, filmId }) => kind === question.kind && filmId === question.filmId);
      if (!again && !isNew) break;
      if (!again) asked.push(question);
      drawn.push(question);
    }
    return drawn;
  });
}

const everyKind = (['es', 'en'] as const).flatMap((language) =>
  kindsFor(language)
    .filter((kind) => kind !== 'tagline')
    .map((kind) => [kind, language] as const),
);

describe('a question', () => {
  it.each(everyKind)(
    '%s (%s) has one right option by the plain facts, and tells it nowhere',
    async (kind, language) => {
      const questions = await draw({ kinds: [kind] }, { language, most: 12, seed: 7, again: true });
      expect(questions).toHaveLength(12);
      for (const question of questions) {
        expect([question.text, rightOptions(question, films)]).toEqual([question.text, [question.answer]]);
        expectFair(question);
      }
    },
  );

  it('is the same for the same random numbers, with its whole text', async () => {
    const [question] = await draw({ kinds: ['director'], decade: 1970 }, { seed: 3 });
    expect(question).toEqual({
      kind: 'director',
      filmId: 185,
      difficulty: 1,
      language: 'es',
      text: '¿Quién dirigió **Naranja mecánica** (1971)?',
      options: [
        { label: 'Ridley Scott', personId: 578 },
        { label: 'Alfred Hitchcock', personId: 2636 },
        { label: 'Martin Scorsese', personId: 1032 },
        { label: 'Stanley Kubrick', personId: 240 },
      ],
      answer: 3,
      hint: 'También dirigió **El resplandor**.',
      films: [185],
      people: [578, 2636, 1032, 240],
      genre: 'Science Fiction',
      decade: 1970,
      originalLanguage: 'en',
    });
    const again = await draw({ kinds: ['director'], decade: 1970 }, { seed: 3 });
    expect(again).toEqual([question]);
  });

  it('is in English for an English game', async () => {
    const [question] = await draw({ kinds: ['came_first'], decade: 1980 }, { language: 'en', seed: 5 });
    expect(question).toMatchObject({
      language: 'en',
      text: 'Which of these films came out first?',
      options: [
        { label: 'La Haine', filmId: 406 },
        { label: 'Y Tu Mamá También', filmId: 1391 },
        { label: 'Cinema Paradiso', filmId: 11216 },
        { label: 'Crouching Tiger, Hidden Dragon', filmId: 146 },
      ],
      answer: 2,
      hint: 'It is from 1988.',
      people: [],
    });
  });
});

/** Checks Discord's limits, and that nothing gives the answer away. */
function expectFair(question: Question): void {
  const { text, hint, options, answer, steps = [] } = question;
  const labels = options.map(({ label }) => fold(label));
  expect(new Set(labels).size).toBe(labels.length);
  expect(options.length).toBeGreaterThanOrEqual(3);
  expect(options.length).toBeLessThanOrEqual(4);
  expect(Math.max(...options.map(({ label }) => label.length))).toBeLessThanOrEqual(80);
  expect(text.length).toBeLessThan(1500);
  expect(hint.length).toBeLessThan(300);
  const telling = fold(options[answer]?.label ?? '')
    .split(' ')
    .filter((word) => word.length > 3);
  const quoted = text.match(/\*\*.+?\*\*|^> .+$/gmu) ?? [];
  for (const said of [hint, ...quoted, ...steps]) {
    const told = fold(said)
      .split(' ')
      .filter((word) => telling.includes(word));
    expect([said, told]).toEqual([said, []]);
  }
  expect(question.films).toContain(question.filmId);
  expect(question.films).toEqual(expect.arrayContaining(options.flatMap(({ filmId }) => filmId ?? [])));
  expect(question.people).toEqual(expect.arrayContaining(options.flatMap(({ personId }) => personId ?? [])));
  for (const id of question.films) expect(films.has(id)).toBe(true);
}

/** Kinds that are asked when the others are used up: they are dull or give themselves away. */
const ASKED_LAST: QuestionKind[] = ['original_language', 'odd_one_out', 'spanish_title'];

describe('a theme', () => {
  it.each<[string, Theme, (film: Facts | undefined, question: Question) => boolean | undefined]>([
    ['genre', { genre: 'Horror' }, (film) => film?.genres.includes('Horror')],
    ['decade', { decade: 1990 }, (film) => film !== undefined && Math.floor(film.year / 10) === 199],
    ['original language', { originalLanguage: 'es' }, (film) => film?.languages[0] === 'es'],
    ['difficulty', { difficulty: 1 }, (_, question) => question.difficulty === 1],
    [
      'all at once',
      { genre: 'Drama', decade: 2000, originalLanguage: 'es', difficulty: 3, kinds: ['director', 'year'] },
      (film, { kind, difficulty }) =>
        film?.genres.includes('Drama') &&
        film.languages[0] === 'es' &&
        difficulty === 3 &&
        ['director', 'year'].includes(kind),
    ],
  ])('of a %s asks of nothing else', async (_, theme, fits) => {
    const questions = await draw(theme, { most: 25, seed: 11 });
    expect(questions).toHaveLength(25);
    expect(questions.filter((question) => fits(films.get(question.filmId), question) !== true)).toEqual([]);
  });

  it('has each question once', async () => {
    const theme: Theme = { decade: 1990, genre: 'Thriller', difficulty: 2 };
    const questions = await draw(theme, { most: 1000 });
    const keys = questions.map(({ kind, filmId }) => `${kind} ${filmId}`);
    expect(new Set(keys).size).toBe(keys.length);
    // Some of the pool is not asked, because its text or its options give it away.
    expect(keys.length).toBeLessThanOrEqual(
      await inCatalogue((snapshot) => countQuestions(snapshot, theme, 'es')),
    );
    expect(keys.length).toBeGreaterThan(5);
  });

  it('without films has no questions', async () => {
    expect(await draw({ genre: 'Western', originalLanguage: 'ko', decade: 1920 })).toEqual([]);
  });

  it('draws the least asked questions first, in a time that does not grow with the number of asked questions', async () => {
    const theme: Theme = { kinds: ['keywords', 'year'], decade: 1970 };
    const all = await draw(theme, { most: 1000 });
    const least = all[3];
    const drawAfter = (times: number) =>
      inCatalogue(async ({ query, ...rest }) => {
        let queries = 0;
        const timesAsked = async (kind: QuestionKind) => {
          const films = all.filter((one) => one.kind === kind).map(({ filmId }) => filmId);
          const isLeast = (filmId: number) => kind === least?.kind && filmId === least.filmId;
          return { films, times: films.map((filmId) => times - (isLeast(filmId) ? 1 : 0)) };
        };
        const counting: Snapshot['query'] = (...args) => {
          queries++;
          return query(...args);
        };
        const question = await drawQuestion(
          { ...rest, query: counting } as Snapshot,
          { theme, language: 'es', timesAsked },
          seeded(2),
        );
        return { filmId: question?.filmId, kind: question?.kind, queries };
      });
    const seldom = await drawAfter(3);
    expect(seldom).toMatchObject({ filmId: least?.filmId, kind: least?.kind });
    expect(await drawAfter(2000)).toEqual(seldom);
  });

  it('asks about no film twice in a game, neither as the subject nor as the right answer', async () => {
    const theme: Theme = { kinds: ['odd_one_out', 'came_first', 'directed_film'] };
    const timesAsked = async () => ({ films: [], times: [] });
    const played: number[] = [];
    await inCatalogue(async (snapshot) => {
      for (const random = seeded(4); played.length < 60; ) {
        const question = await drawQuestion(snapshot, { theme, language: 'es', timesAsked, played }, random);
        if (question === undefined) break;
        played.push(...new Set(subjectsOf(question)));
      }
    });
    expect(played.length).toBeGreaterThanOrEqual(60);
    expect(new Set(played).size).toBe(played.length);
  });

  it('asks about well-known films first, and about the others before it repeats a question', async () => {
    const theme: Theme = { kinds: ['directed_film'], decade: 1970 };
    const known = await inCatalogue(({ query }) =>
      query<{ movie_id: number; known: boolean }>(
        `select movie_id, known from questions where kind = 'directed_film' and language = 'es' and decade = 1970`,
      ),
    );
    const isKnown = new Map(known.map((row) => [row.movie_id, row.known]));
    const order = (await draw(theme, { most: 1000 })).map(({ filmId }) => isKnown.get(filmId));
    const first = order.filter((one) => one === true).length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(order.length);
    expect(order).toEqual(order.toSorted((one, other) => Number(other) - Number(one)));
  });

  it('draws every kind with known questions about equally often, whatever its size, and no other first', async () => {
    const questions = await draw({}, { most: 104, seed: 5, again: true });
    const [last, known] = [true, false].map((isLast) =>
      kindsFor('es').filter((kind) => ASKED_LAST.includes(kind) === isLast),
    );
    const times = (known ?? []).map((kind) => questions.filter((question) => question.kind === kind).length);
    expect(times).toHaveLength(12);
    expect(Math.min(...times)).toBeGreaterThan(2);
    expect(Math.max(...times)).toBeLessThan(18);
    expect(last).toHaveLength(3);
    expect(questions.filter(({ kind }) => last?.includes(kind))).toEqual([]);
  });
});

describe('the pool of the sample', () => {
  it('has at least 2,000 questions, one per kind and film, at most a fifth of them of one kind', async () => {
    const kinds = await inCatalogue(({ query }) =>
      query<{ kind: string; films: number }>(
        'select kind, count(distinct movie_id)::int as films from questions group by kind order by kind',
      ),
    );
    const all = kinds.reduce((sum, { films }) => sum + films, 0);
    expect(kinds.map(({ kind }) => kind)).toEqual(kindsFor('es').toSorted());
    expect(all).toBeGreaterThanOrEqual(2000);
    expect(Math.max(...kinds.map(({ films }) => films))).toBeLessThanOrEqual(all / 5);
  });
});

describe('the kinds', () => {
  it('are at least twelve in Spanish, not counting kinds with English texts', () => {
    const own = kindsFor('es').filter((kind) => !['overview', 'keywords', 'tagline'].includes(kind));
    expect(own).toHaveLength(13);
    expect(kindsFor('es')).not.toContain('tagline');
    expect(kindsFor('en')).toHaveLength(16);
  });

  it('with English texts are asked in Spanish only if they are chosen', async () => {
    const untranslated = await inCatalogue(({ query }) =>
      query<{ movie_id: number }>(
        `select movie_id from questions where kind = 'keywords' and language = 'es' and not translated and decade = 2000`,
      ),
    );
    const ids = new Set(untranslated.map(({ movie_id }) => movie_id));
    expect(ids.size).toBeGreaterThan(0);
    const count = (theme: Theme) => inCatalogue((snapshot) => countQuestions(snapshot, theme, 'es'));
    const theme: Theme = { decade: 2000 };
    const all = await draw({ ...theme, kinds: ['keywords'] }, { most: 1000 });
    expect(all.length).toBeLessThanOrEqual(await count({ ...theme, kinds: ['keywords'] }));
    expect(all.filter(({ filmId }) => ids.has(filmId)).length).toBeGreaterThan(0);
    expect((await count(theme)) + ids.size).toBe(await count({ ...theme, kinds: kindsFor('es') }));
  });
});
