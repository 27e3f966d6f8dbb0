import { createPairs } from '../features/pair-features.ts';
import type { People } from '../features/people.ts';
import { applyListRules } from '../lists/list-rules.ts';
import { createReasons } from '../lists/reasons.ts';
import { createModel } from '../model/model.ts';
import { shippedForests } from '../train.ts';
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
export function createMethods(
  { films, content, genres, soups }: EvaluationData,
  people: People,
): readonly Contender[] {
  const popular = mostPopular(people);
  const nearest = distances(films, genres);
  const cosine = soupCosine(soups);
  const stars = starCosines(people);
  const model = createModel(createPairs(content, films, people), shippedForests(people));
  const contentModel = createModel(createPairs(content, films), shippedForests(undefined));
  const rank = memoise((film) => model.rank(film));
  const served = (film: number, ranked: ReturnType<typeof rank>) =>
    applyListRules(film, ranked, films).map((pick) => pick.film);
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
      recommend: (film) => rank(film).map((pick) => pick.film),
      score: model.similarity,
    },
    { name: SERVED, recommend: (film) => served(film, rank(film)), score: model.similarity },
    {
      name: 'own ratings unused',
      recommend: (film) => served(film, model.rank(film, { cold: true })),
    },
    {
      name: 'no ratings at all',
      recommend: (film) => served(film, contentModel.rank(film)),
      score: contentModel.similarity,
    },
  ];
  return contenders.map((one) => ({ ...one, recommend: memoise((film) => one.recommend(film).slice(0, 5)) }));
}

/** Returns a function that gives the reason codes of each film recommended for one film. */
export function createExplainer({ films, content, shared, people }: EvaluationData) {
  const pairs = createPairs(content, films, people);
  const explain = createReasons(shared, pairs.ratings);
  return (film: number, picks: readonly number[]): readonly (readonly string[])[] => {
    pairs.focus(film);
    return explain(film, picks);
  };
}
