import type { People } from '../features/people.ts';
import { createLists } from '../lists/make-list.ts';
import {
  distances,
  itemToItem,
  type Method,
  mostPopular,
  nearestNeighbours,
  starCosines,
} from './baselines.ts';
import type { EvaluationData } from './data.ts';
import { memoise } from './memoise.ts';
import { cosineOfSoups, soupByRating, soupCosine } from './soup.ts';

/** A way to recommend films. */
export interface Contender {
  name: string;
  /** The films recommended for one film, best first. */
  recommend: Method;
  /** The score that orders the list of `a`. Absent if no score of a pair does. */
  score?: (a: number, b: number) => number;
}

/** The name of the lists that the bot serves. */
export const SERVED = 'served';

/** The baselines and the model, with the ratings of `people`, in the order of the table's columns. */
export function createMethods(data: EvaluationData, people: People): readonly Contender[] {
  const { films, genres, soups } = data;
  const popular = mostPopular(people);
  const nearest = distances(films, genres);
  const cosine = soupCosine(soups);
  const stars = starCosines(people);
  const lists = createLists(data, people);
  const contentLists = createLists(data);
  const filmsOf = (picks: readonly { film: number }[]) => picks.map((pick) => pick.film);
  const contenders: Contender[] = [
    { name: 'most popular', recommend: popular.recommend, score: (_, b) => popular.likes[b] ?? 0 },
    {
      name: 'nearest neighbours',
      recommend: nearestNeighbours(nearest, films.length),
      score: (a, b) => -nearest(a)(b),
    },
    {
      name: 'soup',
      recommend: (film) => cosine(film, 5),
      score: (a, b) => cosineOfSoups(soups[a] ?? [], soups[b] ?? []),
    },
    { name: 'soup + weighted rating', recommend: soupByRating(films, cosine) },
    { name: 'item-to-item', recommend: itemToItem(stars), score: (a, b) => stars(a).cosine(b) },
    {
      name: 'raw score',
      recommend: (film) => filmsOf(lists.model.rank(film)),
      score: lists.model.score,
    },
    { name: SERVED, recommend: (film) => filmsOf(lists.list(film)), score: lists.score },
    {
      name: 'own ratings unused',
      recommend: (film) => filmsOf(lists.list(film, { cold: true })),
    },
    {
      name: 'no ratings at all',
      recommend: (film) => filmsOf(contentLists.list(film)),
      score: contentLists.score,
    },
  ];
  return contenders.map((one) => ({ ...one, recommend: memoise((film) => one.recommend(film).slice(0, 5)) }));
}
