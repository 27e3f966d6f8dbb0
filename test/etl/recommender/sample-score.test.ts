import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { inventedRatings } from '../../../data/sample/make-ratings.ts';
import { type EvaluationData, readEvaluationData } from '../../../etl/recommender/evaluate/data.ts';
import { makeQueries, measure } from '../../../etl/recommender/evaluate/measure.ts';
import { KIND_WEIGHTS } from '../../../etl/recommender/features/feature-kinds.ts';
import { countRatings, pickPeople, ratingsOf } from '../../../etl/recommender/features/people.ts';
import { createLists } from '../../../etl/recommender/lists/make-list.ts';
import { esteem } from '../../../etl/recommender/model/esteem.ts';
import { createModel } from '../../../etl/recommender/model/model.ts';
import { seededRandom, shuffle } from '../../../src/lib/random.ts';
import { sampleFolder } from '../real-data.ts';

let world: EvaluationData;
beforeAll(async () => {
  world = await readEvaluationData(sampleFolder);
});

it("the invented ratings equal the generator's output", () => {
  expect(readFileSync('data/sample/ratings_small.csv', 'utf8')).toBe(inventedRatings());
});

it('the score on the sample does not fall: people the model has not seen, half of those invented', () => {
  const order = shuffle([...Array(world.people.count).keys()], seededRandom(1));
  const half = order.length >> 1;
  const known = pickPeople(world.people, order.slice(0, half));
  const queries = makeQueries(pickPeople(world.people, order.slice(half)), 10);
  expect(queries.length).toBeGreaterThan(20);
  const { list } = createLists(world, known);
  const served = (film: number) => list(film).map((pick) => pick.film);
  const score = measure(queries, served);
  expect(score.coLike).toBeGreaterThan(0.4);
  expect(score.lift).toBeGreaterThan(0.3);
});

/** The sets of codes of each film, and their weights, read film by film from the packed content. */
const codesOf = ({ films, content }: EvaluationData) =>
  films.map((_, film) => {
    const own = new Map<string, number>();
    for (let at = content.starts[film] ?? 0; at < (content.starts[film + 1] ?? 0); at++)
      own.set(content.codes[content.features[at] ?? 0] ?? '', content.weights[at] ?? 0);
    return own;
  });

/** The people who like each film. */
function fansOf({ films, people }: EvaluationData): Set<number>[] {
  const fans = films.map(() => new Set<number>());
  for (let person = 0; person < people.count; person++)
    for (const [film, stars] of ratingsOf(people, person)) if (stars >= 4) fans[film]?.add(person);
  return fans;
}

/** The factor for another kind: documentaries (99) and animation (16) both ways, the others one way. */
function kindFactor(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const differs = (code: string) => a.has(code) !== b.has(code);
  const lacks = (code: string) => a.has(code) && !b.has(code);
  const factors = [
    differs('g99') && 0.6,
    differs('g16') && 0.6,
    lacks('g27') && 0.7,
    lacks('g37') && 0.5,
    lacks('g10402') && 0.85,
  ];
  return factors.reduce<number>((product, factor) => product * (factor || 1), 1);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const shared = <Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>) =>
  [...a].filter((one) => b.has(one)).length;

/** The score of a pair by the definition, from sets and maps. */
function scoreByDefinition(data: EvaluationData): (a: number, b: number) => number {
  const { films, people } = data;
  const codes = codesOf(data);
  const fans = fansOf(data);
  const genres = codes.map((own) => new Set([...own.keys()].filter((code) => code.startsWith('g'))));
  const none = new Set<never>();
  const whole = sum(Object.values(KIND_WEIGHTS)) + 1.2 + 1.5 + 0.08;
  return (a, b) => {
    const cosines = (kinds: RegExp, weights: Readonly<Record<string, number>> = KIND_WEIGHTS) =>
      sum(
        [...(codes[a] ?? [])]
          .filter(([code]) => kinds.test(code))
          .map(([code, weight]) => (weights[code.charAt(0)] ?? 0) * weight * (codes[b]?.get(code) ?? 0)),
      );
    const [mine, theirs] = [fans[a] ?? none, fans[b] ?? none];
    const prior = 0.015 * people.count;
    const cosine = shared(mine, theirs) / Math.sqrt((mine.size + prior) * (theirs.size + prior));
    const [x, y] = [genres[a] ?? none, genres[b] ?? none];
    const agreement = shared(x, y) / Math.max(1, new Set([...x, ...y]).size);
    const [from = 0, to = 0] = [films[a]?.year, films[b]?.year];
    const years = from === 0 || to === 0 ? 20 : Math.abs(from - to);
    const theme = Math.min(1, cosines(/^[ktcd]/u, { k: 4, t: 4, c: 1, d: 1 }));
    const likeness =
      cosines(/^[^dwa]/u) +
      0.08 * Math.exp(-years / 10) +
      (0.5 + 0.5 * agreement) * cosines(/^[dwa]/u) +
      (0.2 + 0.4 * (agreement + theme)) * (1.2 + (1.5 * mine.size) / (mine.size + 40)) * cosine;
    return ((kindFactor(x, y) * likeness) / whole) * esteem(films[b] as (typeof films)[number]);
  };
}

it('a film counts less if its only reasons are taste, genre and a pair of genres, and less still without the pair', () => {
  const { model, explain, score } = createLists(world, world.people);
  const factors = new Map<string, Set<string>>();
  for (const film of [...world.films.keys()].slice(0, 100)) {
    const picks = model.rank(film).map((pick) => pick.film);
    for (const [at, codes] of explain(film, picks).entries()) {
      const kinds = new Set(codes.map((code) => code.charAt(0)));
      const why = [...kinds].some((kind) => !'pgx'.includes(kind))
        ? 'named'
        : kinds.has('x')
          ? 'pair'
          : 'bare';
      const pick = picks[at] ?? 0;
      const factor = (score(film, pick) / model.score(film, pick)).toFixed(2);
      factors.set(why, (factors.get(why) ?? new Set()).add(factor));
    }
  }
  expect(Object.fromEntries(factors)).toEqual({
    named: new Set(['1.00']),
    pair: new Set(['0.90']),
    bare: new Set(['0.75']),
  });
});

describe('the score of a pair', () => {
  it('ranks the films of the sample as its definition over all of them does', () => {
    const { films, content, people } = world;
    const score = scoreByDefinition(world);
    const model = createModel(content, films, people);
    const judged = [...films.keys()].filter((film) => film % 20 === 0 && film < 400);
    expect(judged.length).toBeGreaterThan(10);
    for (const film of judged) {
      const ours = model.rank(film).slice(0, 5);
      const theirs = films
        .map((other, index) => ({ film: index, score: other.adult ? 0 : score(film, index) }))
        .filter((one) => one.film !== film)
        .sort((a, b) => b.score - a.score || a.film - b.film)
        .slice(0, 5);
      expect(ours.map((one) => one.film)).toEqual(theirs.map((one) => one.film));
      expect(ours[0]?.score).toBeCloseTo(theirs[0]?.score ?? 0, 6);
      expect(model.score(film, ours[0]?.film ?? 0)).toBe(ours[0]?.score);
    }
  });

  it('needs no ratings, and ignores those of the first film if it is treated as unknown', () => {
    const { films, content, people } = world;
    const [withRatings, without] = [createModel(content, films, people), createModel(content, films)];
    const likes = countRatings(people);
    const liked = likes.indexOf(Math.max(...likes));
    expect(withRatings.rank(liked, { cold: true }).slice(0, 5)).toEqual(without.rank(liked).slice(0, 5));
    expect(withRatings.rank(liked).slice(0, 5)).not.toEqual(without.rank(liked).slice(0, 5));
  });
});
