import { learn, learnContent } from '../learn.ts';
import { serve } from '../lists.ts';
import { createModel, type Model } from '../model.ts';
import { createPairs, withPeople } from '../pair-rows.ts';
import { hideFilms, type People } from '../people.ts';
import { SETTINGS } from '../settings.ts';
import { easeAlone, itemToItem, type Method, mostPopular, nearestNeighbours } from './baselines.ts';
import { soupByRating, soupCosine } from './soup.ts';
import type { World } from './world.ts';

/** In how many parts the films are cut for the cold start: a part is judged by trees that never saw its ratings. */
const COLD_PARTS = 2;

/** The baselines and the model, all that is learnt learnt from `train`; by name, in the order of the table. */
export function createMethods({ films, content, genres, soups }: World, train: People): [string, Method][] {
  const cosine = soupCosine(soups);
  const base = createPairs(content, films);
  const pairs = withPeople(base, train);
  const ours = createModel(pairs, {
    warm: learn('warm', base, train),
    cold: learn('cold', base, train),
  });
  const parts = Array.from({ length: COLD_PARTS }, (_, part) =>
    hideFilms(train, (film) => film % COLD_PARTS === part),
  );
  const settings = { ...SETTINGS, draws: 1 };
  const lent = parts.map((others) => createModel(pairs, { cold: learn('cold', base, others, { settings }) }));
  const alone = parts.map((others) => createModel(base, { cold: learnContent(base, others) }));
  const filmsOf = (picks: readonly { film: number }[]) => picks.map(({ film }) => film);
  const cold = (models: readonly Model[]) => (film: number) =>
    filmsOf(serve(film, models[film % COLD_PARTS]?.rank(film, { cold: true }) ?? [], films));
  return [
    ['most popular', mostPopular(train)],
    ['nearest neighbours', nearestNeighbours(films, genres)],
    ['soup', (film) => cosine(film, 5)],
    ['soup + weighted rating', soupByRating(films, cosine)],
    ['item-to-item', itemToItem(train)],
    ['EASE alone', easeAlone(train)],
    ['our model, raw', (film) => filmsOf(ours.rank(film))],
    ['our model, served', (film) => filmsOf(serve(film, ours.rank(film), films))],
    ["the film's own ratings unused", cold(lent)],
    ['no ratings at all', cold(alone)],
  ];
}
