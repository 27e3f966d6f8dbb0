import { expect, it } from 'vitest';
import type { EvaluationData } from '../../../etl/recommender/evaluate/data.ts';
import { countFaults, judgedFilms } from '../../../etl/recommender/evaluate/faults.ts';

const [DRAMA, DOCUMENTARY, HORROR] = [18, 99, 27];

type Film = Partial<EvaluationData['films'][number]> & {
  title?: string;
  language?: string;
  genre?: number;
};

/** Films with these columns, the only ones that faults depend on. */
function catalogue(films: readonly Film[]): Pick<EvaluationData, 'films' | 'genres' | 'described'> {
  return {
    films: films.map((film, id) => ({
      id,
      collection: 0,
      sequel: 0,
      adult: false,
      vote_count: 100,
      vote_average: 6,
      popularity: 1,
      year: 2000,
      twin: id,
      ...film,
    })),
    genres: films.map(({ genre = DRAMA }) => [genre]),
    described: films.map(({ title = '', language = 'en' }) => ({
      title,
      original_title: '',
      language,
      overview: '',
      directors: '',
      genres: '',
      countries: '',
    })),
  };
}

/** The faults of given lists of the first films, by name. */
function faults(films: readonly Film[], lists: readonly number[][], reasons: readonly string[][] = []) {
  const data = catalogue(films);
  const counted = countFaults(
    data,
    [...lists.keys()],
    (film) => lists[film] ?? [],
    (_, picks) => picks.map((pick) => reasons[pick] ?? ['d1']),
  );
  return Object.fromEntries(counted.map(({ name, value }) => [name, value]));
}

it('judges films with 100 votes or more', () => {
  expect(judgedFilms(catalogue([{ vote_count: 99 }, { vote_count: 100 }]))).toEqual([1]);
});

it('counts the picks that are among the 50 most recommended films', () => {
  // Film 0 is picked 50 times, 1 to 100 once each: the 50 most recommended have 50 + 49 of 150 picks.
  const lists = Array.from({ length: 50 }, (_, at) => [0, 1 + 2 * at, 2 + 2 * at]);
  expect(faults([], lists)['picks that are among the 50 most recommended']).toBe('66.0 %');
});

it('counts picks in English for films in another language', () => {
  const films = [{ language: 'es' }, { language: 'en' }, { language: 'fr' }, { language: '' }];
  const counted = faults(films, [[1, 2, 3], [1], [0], [1]]);
  expect(counted['picks in English for films not in English']).toBe('25.0 %');
});

it('counts films with a sequel that show none of their saga', () => {
  const films = [{ collection: 7, sequel: 1 }, { collection: 7, sequel: 2 }, { collection: 7 }, {}];
  const counted = faults(films, [[3, 1], [3], [3], [3]]);
  expect(counted['films with a sequel that show none of their saga']).toBe('50.0 %');
});

it('counts picks of the same kind as the film', () => {
  const films = [{ genre: DOCUMENTARY }, { genre: HORROR }, { genre: DOCUMENTARY }, {}];
  const counted = faults(films, [
    [2, 3, 3],
    [3, 1],
  ]);
  expect(counted['picks of the same kind: documentary']).toBe('33.3 %');
  expect(counted['picks of the same kind: horror']).toBe('50.0 %');
  expect(counted['picks of the same kind: western']).toBe('–');
});

it('counts picks whose reasons name only audience, genre or decade, or nothing', () => {
  const reasons = [['p', 'g18', 'd1'], ['g18', 'k9'], [], ['y1990', 'x18+27']];
  const counted = faults([], [[0, 1, 2, 3]], reasons);
  expect(counted['picks whose reasons name only audience, genre or decade']).toBe('75.0 %');
});

it('counts short lists, lists with two films of the same title, and the median votes of the picks', () => {
  const films = [
    { title: 'Solaris', vote_count: 300 },
    { title: 'Solaris ', vote_count: 400 },
    { title: 'Stalker', vote_count: 900 },
    {},
    {},
  ];
  const counted = faults(films, [
    [0, 1, 2, 3, 4],
    [0, 2],
  ]);
  expect(counted['lists with fewer than five']).toBe('50.0 %');
  expect(counted['lists with two films of the same title']).toBe('50.0 %');
  expect(counted['median votes of the picks']).toBe('300');
});
