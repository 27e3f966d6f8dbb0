import { createPairs, withPeople } from '../features/pair-features.ts';
import { hideFilms, type People } from '../features/people.ts';
import { applyListRules } from '../lists/list-rules.ts';
import { learn, learnContent } from '../model/learn.ts';
import { createModel, type Model } from '../model/model.ts';
import { SETTINGS } from '../model/settings.ts';
import { easeMethod, itemToItem, type Method, mostPopular, nearestNeighbours } from './baselines.ts';
import type { EvaluationData } from './data.ts';
import { soupByRating, soupCosine } from './soup.ts';

/** The cold start splits the films into this many parts. A part is scored by trees learnt without its ratings. */
const COLD_PARTS = 2;

/** The lists with the rules applied, as the bot serves them. */
export const served =
  ({ rank }: Model, films: EvaluationData['films'], options?: { cold: boolean }): Method =>
  (film) =>
    applyListRules(film, rank(film, options), films).map((pick) => pick.film);

/** The served lists of films whose ratings were hidden from learning: `learnFrom` makes a model from the other ratings. */
export function servedCold(
  people: People,
  films: EvaluationData['films'],
  learnFrom: (others: People) => Model,
): Method {
  const methods = Array.from({ length: COLD_PARTS }, (_, part) => {
    const others = hideFilms(people, (film) => film % COLD_PARTS === part);
    return served(learnFrom(others), films, { cold: true });
  });
  return (film) => methods[film % COLD_PARTS]?.(film) ?? [];
}

/** The baselines and the model, learnt from `train`, in the order of the table. */
export function createMethods(
  { films, content, genres, soups }: EvaluationData,
  train: People,
): [string, Method][] {
  const cosine = soupCosine(soups);
  const base = createPairs(content, films);
  const pairs = withPeople(base, train);
  const model = createModel(pairs, {
    warm: learn('warm', base, train),
    cold: learn('cold', base, train),
  });
  const settings = { ...SETTINGS, draws: 1 };
  return [
    ['most popular', mostPopular(train)],
    ['nearest neighbours', nearestNeighbours(films, genres)],
    ['soup', (film) => cosine(film, 5)],
    ['soup + weighted rating', soupByRating(films, cosine)],
    ['item-to-item', itemToItem(train)],
    ['EASE alone', easeMethod(train)],
    ['our model, raw', (film) => model.rank(film).map((pick) => pick.film)],
    ['our model, served', served(model, films)],
    [
      "the film's own ratings unused",
      servedCold(train, films, (others) =>
        createModel(pairs, { cold: learn('cold', base, others, { settings }) }),
      ),
    ],
    [
      'no ratings at all',
      servedCold(train, films, (others) => createModel(base, { cold: learnContent(base, others) })),
    ],
  ];
}
