import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { inventedRatings } from '../../../data/sample/make-ratings.ts';
import { type EvaluationData, readEvaluationData } from '../../../etl/recommender/evaluate/data.ts';
import { makeQueries, measure } from '../../../etl/recommender/evaluate/measure.ts';
import { type FeatureKind, KIND_WEIGHTS } from '../../../etl/recommender/features/feature-kinds.ts';
import { countRatings, pickPeople } from '../../../etl/recommender/features/people.ts';
import { applyListRules } from '../../../etl/recommender/lists/list-rules.ts';
import { esteem } from '../../../etl/recommender/model/esteem.ts';
import { createModel } from '../../../etl/recommender/model/model.ts';
import { seededRandom, shuffledIndexes } from '../../../src/lib/random.ts';
import { sampleFolder } from '../real-data.ts';

let world: EvaluationData;
beforeAll(async () => {
  world = await readEvaluationData(sampleFolder);
});

it("the invented ratings equal the generator's output", () => {
  expect(readFileSync('data/sample/ratings_small.csv', 'utf8')).toBe(inventedRatings());
});

it('the score on the sample does not fall: people the model has not seen, half of those invented', () => {
  const order = shuffledIndexes(world.people.count, seededRandom(1));
  const half = order.length >> 1;
  const known = pickPeople(world.people, order.slice(0, half));
  const queries = makeQueries(pickPeople(world.people, order.slice(half)), 10);
  expect(queries.length).toBeGreaterThan(20);
  const model = createModel(world.content, world.films, known);
  const served = (film: number) =>
    applyListRules(film, model.rank(film), world.films).map((pick) => pick.film);
  const score = measure(queries, served);
  expect(score.coLike).toBeGreaterThan(0.4);
  expect(score.lift).toBeGreaterThan(0.3);
});

describe('the score of a pair', () => {
  /** The factor for another kind: documentaries (99) and animation (16) both ways, the others one way. */
  const kindFactor = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
    const differs = (code: string) => a.has(code) !== b.has(code);
    const lacks = (code: string) => a.has(code) && !b.has(code);
    return (
      (differs('g99') ? 0.4 : 1) *
      (differs('g16') ? 0.4 : 1) *
      (lacks('g27') ? 0.5 : 1) *
      (lacks('g37') ? 0.5 : 1) *
      (lacks('g10402') ? 0.7 : 1)
    );
  };

  it('ranks the films of the sample as an independent computation over all of them does', () => {
    const { films, content, people } = world;
    const parts = films.map((_, film) => {
      const own = new Map<string, number>();
      for (let at = content.starts[film] ?? 0; at < (content.starts[film + 1] ?? 0); at++)
        own.set(content.codes[content.features[at] ?? 0] ?? '', content.weights[at] ?? 0);
      return own;
    });
    const genres = parts.map((own) => new Set([...own.keys()].filter((code) => code.startsWith('g'))));
    const fans = films.map((_, film) => {
      const found = new Set<number>();
      for (let person = 0; person < people.count; person++)
        for (let at = people.starts[person] ?? 0; at < (people.starts[person + 1] ?? 0); at++)
          if (people.rated[at] === film && (people.stars[at] ?? 0) >= 4) found.add(person);
      return found;
    });
    const whole = Object.values(KIND_WEIGHTS).reduce((sum, weight) => sum + weight, 0.9 + 0.08);
    const score = (a: number, b: number) => {
      const sums = { about: 0, people: 0 };
      for (const [code, weight] of parts[a] ?? []) {
        const part = KIND_WEIGHTS[code.charAt(0) as FeatureKind] * weight * (parts[b]?.get(code) ?? 0);
        sums[/^[dwa]/u.test(code) ? 'people' : 'about'] += part;
      }
      const [mine = new Set<number>(), theirs = new Set<number>()] = [fans[a], fans[b]];
      const prior = 0.015 * people.count;
      const both = [...mine].filter((person) => theirs.has(person)).length;
      const taste = both / Math.sqrt((mine.size + prior) * (theirs.size + prior));
      const [x = new Set<string>(), y = new Set<string>()] = [genres[a], genres[b]];
      const shared = [...x].filter((code) => y.has(code)).length;
      const agreement = 0.5 + 0.5 * (shared / Math.max(1, x.size + y.size - shared));
      const [from = 0, to = 0] = [films[a]?.year, films[b]?.year];
      const gap = from === 0 || to === 0 ? 20 : Math.abs(from - to);
      const likeness = sums.about + 0.08 * Math.exp(-gap / 10) + agreement * (sums.people + 0.9 * taste);
      return ((kindFactor(x, y) * likeness) / whole) * esteem(films[b] as (typeof films)[number]);
    };
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
