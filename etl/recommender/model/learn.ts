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
import { evenlySpaced } from '../features/rating-features.ts';
import { findCandidates } from './candidates.ts';
import { createRelevance, type Floors, idealGain, type Relevant } from './relevance.ts';
import { SETTINGS, type Settings } from './settings.ts';
import { boost } from './trees/boost.ts';
import type { Forest } from './trees/forest.ts';
import { addToTable, createTable, type Table } from './trees/table.ts';

/** The number of random films per query, as examples of films that are no candidates. */
const RANDOM_FILMS = 30;

/** Relevant films per query added for the cold trees: without an audience, the candidates contain fewer of them. */
const RELEVANT = 300;

/** Called with the part of the learning, 0 to 1, that was done since the last call. */
export type OnDone = (part: number) => void;

const COLUMNS = { cold: WITH_CROWD, warm: WITH_RATINGS };

/** The fewest likes of a film to learn from, and the fewest co-likes: lower than in evaluation, because half the people count. */
const MIN_LIKES = 10;
const MIN_LIKES_CONTENT_ONLY = 8;
const FLOORS: Floors = { coLike: 2, lift: 3 };

/** The share of the time that building the table takes; growing the trees takes the rest. */
const TABLE_SHARE = 0.4;

const silent: OnDone = () => undefined;

/**
 * Learns to predict from a pair's features how relevant the second film is to people who like the first. Features come from one
 * random half of the people and targets from the other half, then the reverse, `settings.draws` times: no rating is in both.
 */
export function learn(
  kind: TreeKind,
  pairs: Pairs,
  people: People,
  { settings = SETTINGS, onDone = silent }: { settings?: Settings; onDone?: OnDone } = {},
): Forest {
  const { draws } = settings;
  const table = createTable(COLUMNS[kind]);
  const random = seededRandom(3);
  for (let draw = 0; draw < draws; draw++) {
    const order = shuffledIndexes(people.count, random);
    const half = order.length >> 1;
    const [one, other] = [pickPeople(people, order.slice(0, half)), pickPeople(people, order.slice(half))];
    for (const [featurePeople, targetPeople] of [
      [one, other],
      [other, one],
    ] as const) {
      addQueries(
        table,
        withPeople(pairs, featurePeople),
        { people: targetPeople, minLikes: MIN_LIKES, kind, settings },
        random,
      );
      // The EASE matrices of one half take as much memory as everything else.
      collectGarbage();
      onDone(TABLE_SHARE / (2 * draws));
    }
  }
  const options = settings[kind];
  return boost(table, { ...options, onTree: () => onDone((1 - TABLE_SHARE) / options.trees) });
}

/** Learns from content only, for data without ratings; `pairs` must have no people. */
export function learnContent(pairs: Pairs, people: People): Forest {
  const table = createTable(CONTENT_ONLY);
  addQueries(
    table,
    pairs,
    { people, minLikes: MIN_LIKES_CONTENT_ONLY, kind: 'cold', settings: SETTINGS },
    seededRandom(4),
  );
  return boost(table, SETTINGS.cold);
}

interface Target {
  people: People;
  /** The fewest likes of a film to learn from. */
  minLikes: number;
  kind: TreeKind;
  settings: Settings;
}

function addQueries(
  table: Table,
  view: Pairs,
  { people, minLikes, kind, settings }: Target,
  random: () => number,
): void {
  const relevance = createRelevance(people, FLOORS);
  const rated = [...countRatings(people, 0).entries()].flatMap(([film, count]) => (count > 0 ? [film] : []));
  const known = rated.filter((film) => (relevance.likes[film] ?? 0) >= minLikes);
  for (const query of evenlySpaced(known.length, settings.queries).map((at) => known[at] ?? 0)) {
    const relevant = relevance.of(query);
    const others = choosePairs(kind, view, query, relevant, rated, random);
    const targets = targetsOf(relevant, settings.coLikeShare);
    for (const other of others) addToTable(table, view.describe(other, kind), targets.get(other) ?? 0);
  }
}

/** The candidates for a film, as the model finds them, and random films. */
function choosePairs(
  kind: TreeKind,
  view: Pairs,
  query: number,
  relevant: Relevant,
  rated: readonly number[],
  random: () => number,
): Set<number> {
  const audience = view.focus(query);
  const others = new Set(findCandidates(view, query, kind === 'cold' ? [] : audience));
  if (kind === 'cold')
    for (const at of evenlySpaced(relevant.films.length, RELEVANT)) others.add(relevant.films[at] ?? query);
  for (let count = 0; count < RANDOM_FILMS; count++)
    others.add(rated[Math.floor(random() * rated.length)] ?? query);
  others.delete(query);
  return others;
}

/** The trees' target: the weighted sum of both measures, each divided by its ideal gain. */
function targetsOf({ films, coLike, lift }: Relevant, share: number): Map<number, number> {
  const [bestCoLike, bestLift] = [idealGain(coLike) || 1, idealGain(lift) || 1];
  return new Map(
    films.map((film, at) => [
      film,
      (share * (coLike[at] ?? 0)) / bestCoLike + ((1 - share) * (lift[at] ?? 0)) / bestLift,
    ]),
  );
}
