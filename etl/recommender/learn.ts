import { evenly } from './liked-features.ts';
import { likelyPairs } from './likely.ts';
import { CONTENT_ONLY, type Pairs, WITH_CROWD, WITH_LIKED, withPeople } from './pair-rows.ts';
import { countRatings, type People, pickPeople } from './people.ts';
import { seeded, shuffled } from './random.ts';
import { createRelevance, type Floors, idealGain, type Relevant } from './relevance.ts';
import { type BoostOptions, boost } from './trees/boost.ts';
import type { Forest } from './trees/forest.ts';
import { addToTable, createTable, type Table } from './trees/table.ts';

/** How much of what the trees aim at is the co-like measure; the rest is lift. */
const CO_LIKE_SHARE = 0.25;

/** Films that trees learn from at most, of one draw. */
const QUERIES = 250;

/** How often the people are cut into halves. */
const DRAWS = 2;

/** Random films that stand for all that are not candidates. */
const STRANGERS = 30;

const WARM: BoostOptions = { trees: 120, leaves: 15, rate: 0.08, least: 100, seed: 1 };
const COLD: BoostOptions = { trees: 100, leaves: 15, rate: 0.09, least: 100, seed: 2 };

export type Pause = () => Promise<void>;

/** What is learnt from people: `cold` looks away from the first film's own ratings. */
export interface Learnt {
  cold: Forest;
  warm: Forest;
}

/**
 * Learns how much a film is liked by those who like another, from content and from what people say of the pair. Nobody
 * is asked about themselves: features come from one random half of the people, what is to be told from the other
 * half, and the other way round, `DRAWS` times.
 */
export async function learn(pairs: Pairs, people: People, pause: Pause): Promise<Learnt> {
  const [warm, cold] = [createTable(WITH_LIKED), createTable(WITH_CROWD)];
  await halves(people, DRAWS, async (seen, asked, random) => {
    const view = withPeople(pairs, seen);
    const told = { people: asked, least: 10, floors: { coLike: 2, lift: 3 } };
    await addQueries(warm, view, told, random, pause);
    await addQueries(cold, view, told, random, pause);
  });
  return { warm: await boost(warm, { ...WARM, pause }), cold: await boost(cold, { ...COLD, pause }) };
}

/** Only what `learn` calls cold. */
export async function learnCold(pairs: Pairs, people: People, pause: Pause): Promise<Forest> {
  const cold = createTable(WITH_CROWD);
  await halves(people, 1, async (seen, asked, random) => {
    const told = { people: asked, least: 10, floors: { coLike: 2, lift: 3 } };
    await addQueries(cold, withPeople(pairs, seen), told, random, pause);
  });
  return boost(cold, { ...COLD, pause });
}

/** Learns from content alone, for where no ratings are at hand; `pairs` must know no people. */
export async function learnContent(pairs: Pairs, people: People, pause: Pause): Promise<Forest> {
  const table = createTable(CONTENT_ONLY);
  await addQueries(table, pairs, { people, least: 8, floors: { coLike: 2, lift: 3 } }, seeded(4), pause);
  return boost(table, { ...COLD, pause });
}

async function halves(
  people: People,
  draws: number,
  work: (seen: People, asked: People, random: () => number) => Promise<void>,
): Promise<void> {
  const random = seeded(3);
  for (let draw = 0; draw < draws; draw++) {
    const order = shuffled(people.count, random);
    const half = order.length >> 1;
    const [one, other] = [pickPeople(people, order.slice(0, half)), pickPeople(people, order.slice(half))];
    await work(one, other, random);
    await work(other, one, random);
  }
}

interface Told {
  people: People;
  /** Likes that a film needs to be learnt from. */
  least: number;
  floors: Floors;
}

async function addQueries(
  table: Table,
  view: Pairs,
  { people, least, floors }: Told,
  random: () => number,
  pause: Pause,
): Promise<void> {
  const relevance = createRelevance(people, floors);
  const rated = [...countRatings(people, 0).entries()].flatMap(([film, count]) => (count > 0 ? [film] : []));
  const known = rated.filter((film) => (relevance.likes[film] ?? 0) >= least);
  for (const query of evenly(known.length, QUERIES).map((at) => known[at] ?? 0)) {
    addQuery(table, view, query, relevance.of(query), rated, random);
    await pause();
  }
}

function addQuery(
  table: Table,
  view: Pairs,
  query: number,
  relevant: Relevant,
  rated: readonly number[],
  random: () => number,
): void {
  const wanted = targets(relevant);
  const cold = table.features.length < WITH_LIKED.length;
  const audience = view.focus(query);
  const others = new Set(likelyPairs(view, query, cold ? [] : audience));
  if (cold) for (const film of relevant.films) others.add(film);
  for (let count = 0; count < STRANGERS; count++)
    others.add(rated[Math.floor(random() * rated.length)] ?? query);
  others.delete(query);
  for (const other of others) addToTable(table, view.describe(other), wanted.get(other) ?? 0);
}

/** What the trees aim at: both measures, each as a share of the best list's gain. */
function targets({ films, coLike, lift }: Relevant): Map<number, number> {
  const [bestCoLike, bestLift] = [idealGain(coLike) || 1, idealGain(lift) || 1];
  return new Map(
    films.map((film, at) => [
      film,
      (CO_LIKE_SHARE * (coLike[at] ?? 0)) / bestCoLike + ((1 - CO_LIKE_SHARE) * (lift[at] ?? 0)) / bestLift,
    ]),
  );
}
