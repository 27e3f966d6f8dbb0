import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { inventedRatings } from '../../../data/sample/make-ratings.ts';
import { type EvaluationData, readEvaluationData } from '../../../etl/recommender/evaluate/data.ts';
import { makeQueries, measure } from '../../../etl/recommender/evaluate/measure.ts';
import { type FeatureKind, KIND_WEIGHTS, TWIN } from '../../../etl/recommender/features/feature-kinds.ts';
import { CONTENT_ONLY, createPairs, withPeople } from '../../../etl/recommender/features/pair-features.ts';
import { pickPeople } from '../../../etl/recommender/features/people.ts';
import { esteem } from '../../../etl/recommender/features/similarity.ts';
import { applyListRules } from '../../../etl/recommender/lists/list-rules.ts';
import { createModel } from '../../../etl/recommender/model/model.ts';
import { shippedForests } from '../../../etl/recommender/train.ts';
import { seededRandom, shuffledIndexes } from '../../../src/lib/random.ts';
import { sampleFolder } from '../real-data.ts';

let world: EvaluationData;
beforeAll(async () => {
  world = await readEvaluationData(sampleFolder);
});

it("the invented ratings equal the generator's output", () => {
  expect(readFileSync('data/sample/ratings_small.csv', 'utf8')).toBe(inventedRatings());
});

describe('the score on the sample', () => {
  it('does not fall: people the model has not seen, half of those invented', async () => {
    const order = shuffledIndexes(world.people.count, seededRandom(1));
    const half = order.length >> 1;
    const train = pickPeople(world.people, order.slice(0, half));
    const questions = makeQueries(pickPeople(world.people, order.slice(half)), 10);
    expect(questions.length).toBeGreaterThan(20);
    const base = createPairs(world.content, world.films);
    const model = createModel(withPeople(base, train), shippedForests(train));
    const served = (film: number) =>
      applyListRules(film, model.rank(film), world.films).map((pick) => pick.film);
    const score = measure(questions, served);
    expect(score.coLike).toBeGreaterThan(0.46);
    expect(score.lift).toBeGreaterThan(0.32);
  });
});

it('a little-known film gets similar films, not the most popular ones', () => {
  const toyStory = world.films.findIndex(({ id }) => id === 862);
  const feature = CONTENT_ONLY.indexOf('votes of the other');
  const mostVotes = Math.max(...world.films.map((film) => film.vote_count));
  // Foretells nothing but that everybody likes the best known film.
  const tree = {
    feature: [feature, -1, -1],
    threshold: [Math.log1p(mostVotes - 1), 0, 0],
    left: [1, 0, 0],
    right: [2, 0, 0],
    value: [0, 0, 1],
  };
  const firstOf = (votes: number) => {
    const films = world.films.map((film, at) => (at === toyStory ? { ...film, vote_count: votes } : film));
    const { rank } = createModel(createPairs(world.content, films), {
      cold: { features: CONTENT_ONLY, base: 0, trees: [tree] },
    });
    return films[rank(toyStory)[0]?.film ?? -1];
  };
  expect(firstOf(5415)?.vote_count).toBe(mostVotes);
  expect([863, 10193]).toContain(firstOf(60)?.id);
});

describe('content', () => {
  it('finds the neighbours of 20 films that an independent computation finds', () => {
    const { films, content } = world;
    const pairs = createPairs(content, films);
    const parts = films.map((_, film) => {
      const own = new Map<string, number>();
      for (let at = content.starts[film] ?? 0; at < (content.starts[film + 1] ?? 0); at++)
        own.set(content.codes[content.features[at] ?? 0] ?? '', content.weights[at] ?? 0);
      return own;
    });
    const alike = (a: number, b: number) => {
      let sum = 0;
      for (const [code, weight] of parts[a] ?? [])
        sum += KIND_WEIGHTS[code.charAt(0) as FeatureKind] * weight * (parts[b]?.get(code) ?? 0);
      const [x = 0, y = 0] = [films[a]?.year, films[b]?.year];
      const gap = x === 0 || y === 0 ? 20 : Math.abs(x - y);
      return (sum + 0.3 * Math.exp(-gap / 10)) / TWIN;
    };
    for (let film = 0; film < 400; film += 20) {
      if (films[film] === undefined) continue;
      pairs.focus(film);
      const ours = pairs.near(film, 5);
      const theirs = films
        .map((other, index) => ({ film: index, score: alike(film, index) * esteem(other) }))
        .filter((one) => one.film !== film)
        .sort((a, b) => b.score - a.score || a.film - b.film)
        .slice(0, 5);
      expect(ours.map((one) => one.film)).toEqual(theirs.map((one) => one.film));
    }
  });
});
