import { seededRandom, shuffledIndexes } from '../../../src/lib/random.ts';
import { collectGarbage } from '../../../src/lib/worker.ts';
import {
  CONTENT_ONLY,
  type Pairs,
  type TreeKind,
  WITH_CROWD,
  WITH_RATINGS,
  withPeople,
} from '../features/pair-features.ts';
import { countRatings, type People, pickPeople } from '../features/people.ts';
import { evenly } from '../features/rating-features.ts';
import { findCandidates } from './candidates.ts';
import { createRelevance, type Floors, idealGain, type Relevant } from './relevance.ts';
import { SETTINGS, type Settings } from './settings.ts';
import { boost } from './trees/boost.ts';
import type { Forest } from './trees/forest.ts';
import { addToTable, createTable, type Table } from './trees/table.ts';

/** Random films that stand for all that are not candidates. */
const STRANGERS = 30;

/** Relevant films that cold trees see of each film beside the candidates, which find fewer of them than an audience does. */
const RELEVANT = 300;

/** Hears of the part of the learning, 0 to 1, that was done since it last heard. */
export type OnDone = (part: number) => void;

const COLUMNS = { cold: WITH_CROWD, warm: WITH_RATINGS };

/** Likes that a film needs to be learnt from, and co-likes that count: fewer than in the measures, for half the people tell. */
const LEAST = 10;
const LEAST_ALONE = 8;
const FLOORS: Floors = { coLike: 2, lift: 3 };

/** How much of the time the questions take, the growing of trees the rest. */
const ASKING = 0.4;

const silent: OnDone = () => undefined;

/**
 * Learns how much a film is liked by those who like another, from content and from what people say of the pair. Nobody
 * is asked about themselves: features come from one random half of the people, what is to be told from the other
 * half, and the other way round, `settings.draws` times.
 */
export function learn(
  heat: TreeKind,
  pairs: Pairs,
  people: People,
  { settings = SETTINGS, onDone = silent }: { settings?: Settings; onDone?: OnDone } = {},
): Forest {
  const { draws } = settings;
  const table = createTable(COLUMNS[heat]);
  const random = seededRandom(3);
  for (let draw = 0; draw < draws; draw++) {
    const order = shuffledIndexes(people.count, random);
    const half = order.length >> 1;
    const [one, other] = [pickPeople(people, order.slice(0, half)), pickPeople(people, order.slice(half))];
    for (const [seen, asked] of [
      [one, other],
      [other, one],
    ] as const) {
      addQueries(table, withPeople(pairs, seen), { people: asked, least: LEAST, heat, settings }, random);
      // The matrices of one half of many people take as much memory as all the rest.
      collectGarbage();
      onDone(ASKING / (2 * draws));
    }
  }
  const options = settings[heat];
  return boost(table, { ...options, onTree: () => onDone((1 - ASKING) / options.trees) });
}

/** Learns from content alone, for where no ratings are at hand; `pairs` must know no people. */
export function learnContent(pairs: Pairs, people: People): Forest {
  const table = createTable(CONTENT_ONLY);
  addQueries(table, pairs, { people, least: LEAST_ALONE, heat: 'cold', settings: SETTINGS }, seededRandom(4));
  return boost(table, SETTINGS.cold);
}

interface Told {
  people: People;
  /** Likes that a film needs to be learnt from. */
  least: number;
  heat: TreeKind;
  settings: Settings;
}

function addQueries(
  table: Table,
  view: Pairs,
  { people, least, heat, settings }: Told,
  random: () => number,
): void {
  const relevance = createRelevance(people, FLOORS);
  const rated = [...countRatings(people, 0).entries()].flatMap(([film, count]) => (count > 0 ? [film] : []));
  const known = rated.filter((film) => (relevance.likes[film] ?? 0) >= least);
  for (const query of evenly(known.length, settings.queries).map((at) => known[at] ?? 0)) {
    const relevant = relevance.of(query);
    const others = choosePairs(heat, view, query, relevant, rated, random);
    const wanted = aim(relevant, settings.coLikeShare);
    for (const other of others) addToTable(table, view.describe(other, heat), wanted.get(other) ?? 0);
  }
}

/** The candidates for a film, as the model will find them, and strangers. */
function choosePairs(
  heat: TreeKind,
  view: Pairs,
  query: number,
  relevant: Relevant,
  rated: readonly number[],
  random: () => number,
): Set<number> {
  const audience = view.focus(query);
  const others = new Set(findCandidates(view, query, heat === 'cold' ? [] : audience));
  if (heat === 'cold')
    for (const at of evenly(relevant.films.length, RELEVANT)) others.add(relevant.films[at] ?? query);
  for (let count = 0; count < STRANGERS; count++)
    others.add(rated[Math.floor(random() * rated.length)] ?? query);
  others.delete(query);
  return others;
}

/** What the trees aim at: both measures, each as a share of the best list's gain. */
function aim({ films, coLike, lift }: Relevant, share: number): Map<number, number> {
  const [bestCoLike, bestLift] = [idealGain(coLike) || 1, idealGain(lift) || 1];
  return new Map(
    films.map((film, at) => [
      film,
      (share * (coLike[at] ?? 0)) / bestCoLike + ((1 - share) * (lift[at] ?? 0)) / bestLift,
    ]),
  );
}
