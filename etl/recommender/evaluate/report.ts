import { learn, learnCold, learnContent } from '../learn.ts';
import { serve } from '../lists.ts';
import { createModel, type Model } from '../model.ts';
import { createPairs, type Pairs, withPeople } from '../pair-rows.ts';
import { createPause } from '../pause.ts';
import { hideFilms, type People, pickPeople } from '../people.ts';
import { seeded, shuffled } from '../random.ts';
import { loadPeople } from '../read-people.ts';
import { chooseForests } from '../train.ts';
import { easeAlone, itemToItem, type Method, mostPopular, nearestNeighbours } from './baselines.ts';
import { catalogueShares } from './catalogue-shares.ts';
import { type Measured, makeQuestions, measure } from './measure.ts';
import type { EvaluateOptions } from './options.ts';
import { areaUnderCurve, joinPairs } from './pairs-file.ts';
import { soupByRating, soupCosine } from './soup.ts';
import { printShares, printTable } from './table.ts';
import type { World } from './world.ts';

/** In how many parts the films are cut for the cold start: a part is judged by trees that never saw its ratings. */
const COLD_PARTS = 2;

type Results = Map<string, Measured[]>;

/** The lines of the evaluation's answer. */
export async function* report(world: World, options: EvaluateOptions): AsyncGenerator<string> {
  const pairs = createPairs(world.content, world.films);
  if (options.pairs !== undefined) yield await reportPairs(world, pairs, options.pairs);
  else if (options.ratings !== undefined) yield* reportOthers(world, pairs, options);
  else yield* reportHalves(world, pairs, options.halves);
}

async function reportPairs(world: World, pairs: Pairs, path: string): Promise<string> {
  const { similarity } = createModel(
    withPeople(pairs, world.people),
    await chooseForests(pairs, undefined, async () => {}),
  );
  const blank = { title: '', original_title: '' };
  const joined = joinPairs(
    path,
    world.films.map(({ year }, at) => ({ ...(world.names[at] ?? blank), year })),
  );
  const scored = joined.pairs.map(({ a, b, alike }) => ({ score: similarity(a, b), alike }));
  return `${joined.pairs.length} of ${joined.rows} pairs joined; AUC ${areaUnderCurve(scored).toFixed(3)}`;
}

/** Trained on all of the data's own people, asked about another file's. */
async function* reportOthers(
  world: World,
  pairs: Pairs,
  { ratings = '', links }: EvaluateOptions,
): AsyncGenerator<string> {
  const others = await loadPeople({ ratings, links: links ?? world.links }, world.films);
  const results: Results = new Map();
  await runOnce(world, pairs, world.people, others, results);
  yield printTable(results);
}

async function* reportHalves(world: World, pairs: Pairs, halves: number): AsyncGenerator<string> {
  const results: Results = new Map();
  let last: Model | undefined;
  for (let draw = 0; draw < halves; draw++) {
    const order = shuffled(world.people.count, seeded(100 + draw));
    const half = order.length >> 1;
    const train = pickPeople(world.people, order.slice(0, half));
    last = await runOnce(world, pairs, train, pickPeople(world.people, order.slice(half)), results);
    console.error(`half ${draw + 1} of ${halves} done`);
  }
  yield printTable(results);
  if (last === undefined) return;
  const { rank } = last;
  const { films } = world;
  yield printShares(await catalogueShares(films, (film) => serve(film, rank(film), films), createPause()));
}

/** Everything that is learnt here is learnt from `train`; `test` is only asked. */
async function runOnce(
  { films, genres, soups }: World,
  base: Pairs,
  train: People,
  test: People,
  results: Results,
): Promise<Model> {
  const questions = makeQuestions(test);
  const add = (name: string, method: Method) => {
    const list = results.get(name) ?? [];
    list.push(measure(questions, method));
    results.set(name, list);
  };
  const pause = createPause();
  const cosine = soupCosine(soups);
  add('most popular', mostPopular(train));
  add('nearest neighbours', nearestNeighbours(films, genres));
  add('soup', (film) => cosine(film, 5));
  add('soup + weighted rating', soupByRating(films, cosine));
  add('item-to-item', itemToItem(train));
  add('EASE alone', easeAlone(train));
  const pairs = withPeople(base, train);
  const model = createModel(pairs, await learn(base, train, pause));
  const filmsOf = (picks: readonly { film: number }[]) => picks.map(({ film }) => film);
  add('our model, raw', (film) => filmsOf(model.rank(film)));
  add('our model, served', (film) => filmsOf(serve(film, model.rank(film), films)));
  const [lent, content] = await coldModels(base, pairs, train, pause);
  const served = (models: readonly Model[]) => (film: number) =>
    filmsOf(serve(film, models[film % COLD_PARTS]?.rank(film, { cold: true }) ?? [], films));
  add("the film's own ratings unused", served(lent));
  add('no ratings at all', served(content));
  return model;
}

async function coldModels(base: Pairs, pairs: Pairs, train: People, pause: () => Promise<void>) {
  const lent: Model[] = [];
  const content: Model[] = [];
  for (let part = 0; part < COLD_PARTS; part++) {
    const others = hideFilms(train, (film) => film % COLD_PARTS === part);
    lent.push(createModel(pairs, { cold: await learnCold(base, others, pause) }));
    content.push(createModel(base, { cold: await learnContent(base, others, pause) }));
  }
  return [lent, content] as const;
}
