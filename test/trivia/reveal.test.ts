import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/catalogue/snapshot.ts';
import type { Language } from '../../src/contract/call.ts';
import { type Option, QUESTION_KINDS, type Question, type QuestionKind } from '../../src/game/question.ts';
import { seededRandom } from '../../src/lib/random.ts';
import { drawQuestion } from '../../src/trivia/questions/draw-question.ts';
import { boldTitle, type RevealedFilm, readFacts } from '../../src/trivia/reveal/facts.ts';
import { readReveal } from '../../src/trivia/reveal/read-reveal.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

const read = async <Result>(work: (snapshot: Snapshot) => Promise<Result>) =>
  (await sampleCatalogue()).read(AbortSignal.timeout(60_000), work);

type Film = RevealedFilm & { release_date: string };
const allFilms = `
  select
    id, title, title_es, original_title, original_language, release_date::varchar as release_date, release_year, runtime,
    budget::double as budget, revenue::double as revenue, reliable, vote_count
  from movies semi join question_films using (id)
  order by id
`;
const allRoles = `
  select movie_id, people.name, position, votes::double as votes
  from cast_members join people using (person_id)
`;
const allDirectors = 'select movie_id, name from directors join people using (person_id)';

interface Role {
  movie_id: number;
  name: string;
  position: number;
  votes: number;
}

/** Whether a sentence is true: what its pattern captures, against the plain tables. */
type Check = (film: Film, parts: readonly string[], data: Data) => boolean;

interface Data {
  /** The films with a title; films may share one. */
  readonly titled: (title: string) => readonly Film[];
  readonly roles: readonly Role[];
  readonly directors: readonly { movie_id: number; name: string }[];
}

const rolesOf = ({ roles }: Data, { id }: Film) => roles.filter(({ movie_id }) => movie_id === id);
const namesIn = (people: string) => people.split(/ (?:y|e) /u);
const bothIn = (data: Data, film: Film, people: string) =>
  namesIn(people).every((name) =>
    rolesOf(data, film).some((role) => role.name === name && role.position < 10),
  );

const checks: [pattern: RegExp, check: Check][] = [
  [
    /^\*\*.+\*\* costó (.+) y recaudó (.+): (.+) veces lo que costó\.$/u,
    ({ budget, revenue }, [, , times = '']) =>
      Math.round(revenue / budget) === Number(times.replace(',', '')),
  ],
  [/^\*\*.+\*\* costó (.+) y recaudó apenas (.+)\.$/u, ({ budget, revenue }) => revenue * 4 < budget],
  [
    /^\*\*.+\*\* se estrenó el mismo día que \*\*(.+)\*\*: el .+\.$/u,
    (film, [other = ''], { titled }) =>
      titled(other).some(({ release_date }) => release_date === film.release_date),
  ],
  [
    /^Del mismo año, (\d{4}): (.+)\.$/u,
    (film, [year, others = ''], { titled }) => {
      const titles = [...others.matchAll(/\*\*(.+?)\*\*/gu)].map(([, title = '']) => title);
      const isSame = titles.every((title) =>
        titled(title).some(({ release_year }) => release_year === film.release_year),
      );
      return titles.length > 0 && isSame && film.release_year === Number(year);
    },
  ],
  [
    /^(.+) dirige \*\*.+\*\* y también (?:la protagoniza|actúa en ella)\.$/u,
    (film, [name], data) =>
      data.directors.some((one) => one.movie_id === film.id && one.name === name) &&
      rolesOf(data, film).some((role) => role.name === name),
  ],
  [
    /^Después de \*\*.+?\*\*, (.+) volvieron a coincidir en \*\*(.+)\*\* \((\d{4})\)\.$/u,
    (film, [people = '', title = '', year], data) =>
      data
        .titled(title)
        .some(
          (other) =>
            other.release_year === Number(year) &&
            other.release_date > film.release_date &&
            bothIn(data, film, people) &&
            bothIn(data, other, people),
        ),
  ],
  [
    /^Antes de \*\*.+?\*\*, (.+) ya habían coincidido en \*\*(.+)\*\* \((\d{4})\)\.$/u,
    (film, [people = '', title = '', year], data) =>
      data
        .titled(title)
        .some(
          (other) =>
            other.release_year === Number(year) &&
            other.release_date < film.release_date &&
            bothIn(data, film, people) &&
            bothIn(data, other, people),
        ),
  ],
  [
    /^(.+) también sale en \*\*.+\*\*, en el puesto (\d+) del reparto\.$/u,
    (film, [name, place], data) => {
      const cast = rolesOf(data, film);
      const found = cast.find((role) => role.name === name);
      return found?.position === Number(place) - 1 && cast.every(({ votes }) => votes <= found.votes);
    },
  ],
  [
    /^\*\*.+\*\* dura (\d+) h(?: (\d+) min)?\.$/u,
    ({ runtime }, [hours, minutes]) => runtime === 60 * Number(hours) + Number(minutes ?? 0),
  ],
  [
    /^El título original de \*\*.+\*\* es \*(.+)\*\.$/u,
    ({ original_title }, [title = '']) => title.replaceAll('\\', '') === original_title,
  ],
];

it('every sentence about every film of the trivia is true', async () => {
  const held = new Map<RegExp, number>();
  await read(async (snapshot) => {
    const [films, roles, directors] = await Promise.all([
      snapshot.query<Film>(allFilms),
      snapshot.query<Role>(allRoles),
      snapshot.query<{ movie_id: number; name: string }>(allDirectors),
    ]);
    const titleOf = (film: Film) => boldTitle(film, 'es').slice(2, -2);
    const data = {
      titled: (title: string) => films.filter((film) => titleOf(film) === title),
      roles,
      directors,
    };
    expect(films.length).toBeGreaterThan(100);
    for (const film of films) {
      const { rare, common } = await readFacts(snapshot, film, boldTitle(film, 'es'), 'es');
      for (const sentence of [...rare, ...common]) {
        const found = checks.filter(([pattern]) => pattern.test(sentence));
        expect([sentence, found.length]).toEqual([sentence, 1]);
        for (const [pattern, check] of found) {
          const parts = (pattern.exec(sentence) ?? []).slice(1);
          expect([sentence, check(film, parts, data)]).toEqual([sentence, true]);
          held.set(pattern, (held.get(pattern) ?? 0) + 1);
        }
      }
    }
  });
  // The sample has too few films of a year for the highest revenue of a year, and perhaps no flop.
  expect(held.size).toBeGreaterThanOrEqual(checks.length - 1);
});

/** A question with these options, of which the first is right. */
const questionOf = (
  kind: QuestionKind,
  language: Language,
  options: readonly Option[],
  filmId = 0,
): Question => ({
  kind,
  filmId: options[0]?.filmId ?? filmId,
  difficulty: 1,
  language,
  text: '',
  options,
  answer: 0,
  hint: '',
  films: [],
  people: [],
  genre: null,
  decade: null,
  originalLanguage: null,
});
const reveal = (question: Question) => read((snapshot) => readReveal(snapshot, question, seededRandom(1)));

const trilogy = [
  { label: 'El bueno, el malo y el feo', filmId: 429 },
  { label: 'Por un puñado de dólares', filmId: 391 },
  { label: 'Por unos dólares más', filmId: 938 },
];

describe('an answer', () => {
  it('in the order of a series lists the years of all its options', async () => {
    const { filmId, year, figures } = await reveal(questionOf('collection_order', 'es', trilogy));
    expect([filmId, year]).toEqual([429, 1966]);
    expect(figures).toBe(
      '**1964** Por un puñado de dólares · **1965** Por unos dólares más · **1966** El bueno, el malo y el feo',
    );
  });

  it.each([
    ['es', '**USD\u00A01,119\u00A0M** Uno · **USD\u00A0449\u00A0M** Dos'],
    ['en', '**$1.12B** Uno · **$449M** Dos'],
  ] as const)('about revenues lists them, the highest first (%s)', async (language, figures) => {
    const options = [
      { label: 'Uno', filmId: 122 },
      { label: 'Dos', filmId: 10_195 },
    ];
    expect((await reveal(questionOf('earned_more', language, options))).figures).toBe(figures);
  });

  it('about the odd film names the series of the others, and shows the odd film', async () => {
    const options = [{ label: 'El secreto de sus ojos', filmId: 25_376 }, ...trilogy];
    expect(await reveal(questionOf('odd_one_out', 'es', options))).toEqual({
      filmId: 25_376,
      poster: 'https://image.tmdb.org/t/p/w342/z2mUzEqDi7DtA1E4mYzVjbzXnqE.jpg',
      film: 'El secreto de sus ojos (2009)',
      year: 2009,
      figures: 'Las demás son de la saga **The Man With No Name**.',
      fact: '**El secreto de sus ojos** costó USD\u00A02\u00A0M y recaudó USD\u00A034\u00A0M: 17 veces lo que costó.',
    });
  });

  it('that is a person shows the film of the question, without figures', async () => {
    const question = questionOf('character', 'es', [{ label: 'Brad Pitt', personId: 287 }], 807);
    expect(await reveal(question)).toMatchObject({ filmId: 807, year: null, figures: null });
  });

  it('exists for a question of each kind', async () => {
    const drawn = await read(async (snapshot) => {
      const random = seededRandom(5);
      const timesAsked = async () => ({ films: [], times: [] });
      const answers = [];
      for (const kind of QUESTION_KINDS) {
        const question = await drawQuestion(
          snapshot,
          { theme: { kinds: [kind] }, language: 'en', timesAsked },
          random,
        );
        if (question !== undefined) answers.push(await readReveal(snapshot, question, random));
      }
      return answers;
    });
    // The sample has no Spanish title for an English game.
    expect(drawn).toHaveLength(QUESTION_KINDS.length - 1);
    expect(drawn.filter(({ fact }) => fact === null).length).toBeLessThan(3);
  });
});
