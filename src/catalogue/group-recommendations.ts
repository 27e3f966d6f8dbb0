import { listValue } from '@duckdb/node-api';
import { fold } from '../lib/fold.ts';
import type { Brief } from './film.ts';
import { type Reason, reasonReader } from './reasons.ts';
import { picksOf, placeOf, type RecommendationLists, readCodes, readLists } from './recommendation-lists.ts';
import {
  fittingReader,
  type ListedFilm,
  namesPerson,
  type Page,
  readFilling,
  readListed,
  withoutHidden,
} from './recommendations.ts';
import type { Snapshot } from './snapshot.ts';
import { scoreOf, type Walk, walkFrom } from './walks.ts';
import { NotNow } from './withheld.ts';

/** Why a film is recommended to those who like one of the given films. */
export interface Link {
  film: Brief;
  /** Strongest first. */
  reasons: Reason[];
  /** The likest film among those that are like both. */
  middle: Brief | undefined;
}

export interface GroupRecommendation extends Brief {
  /** One for each given film that is near, in the order of the given films. None for a popular film that fills the list. */
  links: Link[];
  picked: boolean;
}

/** A film that the walks reach and that passes the filters. */
interface Candidate extends ListedFilm {
  place: number;
}

/** At most this many films of one collection. */
const OF_COLLECTION = 2;

/** How many more films are read at first than shown, because namesakes and twins are left out. */
const SPARE = 4;

/** No walk passes through the given films or withheld ones. */
const NOWHERE = new Int32Array();

/** So many times as many are read next, if too few pass the filters. */
const GROWTH = 4;

/**
 * The films of several different ids, and the films between them, best first, then the best rated films of their genres and
 * decades (or of the filters). Neither the given films nor films with the same name, and at most two of one collection.
 * Withheld films are in no list, and withheld people in no reason. Throws if there is no film with one of the ids, because ids
 * come from a match. Throws NotNow if one of the films is withheld.
 */
export async function readGroupRecommendations(
  { unguarded: snapshot, withheld }: Snapshot,
  ids: readonly number[],
  request: Page,
): Promise<{ films: Brief[]; picks: GroupRecommendation[] }> {
  const [lists, hidden] = await Promise.all([readLists(snapshot), withheld()]);
  if (ids.some((id) => hidden.films.has(id))) throw new NotNow('withheld');
  const { adult, limit = 5, offset = 0 } = request;
  const end = offset + limit;
  const excluded = new Set([...ids, ...hidden.films]);
  const idOf = (place: number) => lists.ids[place] ?? 0;
  const starts = ids.map((id) => placeOf(lists, id));
  const through = (place: number) => (excluded.has(idOf(place)) ? NOWHERE : picksOf(lists, place));
  const walks = starts.map((start) => walkFrom(picksOf(lists, start), through));
  // In the order of ids, because a sum of fractions depends on its order, and a list must not depend on that of the titles.
  const inOrder = [...starts.keys()].sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  const ranked = rank(
    lists,
    inOrder.flatMap((at) => walks[at] ?? []),
  ).filter((place) => !excluded.has(idOf(place)));

  const rows = new Map<number, ListedFilm>();
  const read = (places: readonly number[]) =>
    Promise.all(
      [...new Set(places)].map(async (place) => {
        for (const row of await readListed(snapshot, idOf(place))) rows.set(place, row);
      }),
    );
  const middlesOf = (place: number) =>
    walks.flatMap((walk) => walk.get(place)?.middle ?? -1).filter((middle) => middle >= 0);
  const fits = fittingReader(snapshot, request);
  const readFitting = async (places: readonly number[]) => {
    const found = await fits(places.map(idOf));
    return places.flatMap((place) => {
      const row = found.get(idOf(place));
      return row === undefined ? [] : [{ place, ...row }];
    });
  };
  const beginning = ranked.slice(0, end + SPARE);
  const [found] = await Promise.all([
    readFitting(beginning),
    // The films in the middle are read at once with the others: a second query would take as long again.
    read([...starts, ...beginning.flatMap(middlesOf)]),
  ]);
  const given = starts.flatMap((start) => rows.get(start)?.film ?? []);
  let all = withoutNamesakes(lists, given, found);
  for (let from = beginning.length; all.length < end && from < ranked.length; from *= GROWTH) {
    found.push(...(await readFitting(ranked.slice(from, from * GROWTH))));
    all = withoutNamesakes(lists, given, found);
  }
  const chosen = all.slice(0, end);
  const shown = chosen.slice(offset);
  await read(shown.flatMap(({ place }) => middlesOf(place)).filter((middle) => !rows.has(middle)));

  const reasonOf = await reasonReader(snapshot);
  const codes = (from: number, to: number, reasons: string | null | undefined) =>
    readCodes(reasons ?? null)[picksOf(lists, from).indexOf(to)];
  const linksTo = ({ place, reasons }: Candidate) =>
    walks.flatMap((walk, at): Link[] => {
      const start = starts[at] ?? -1;
      const row = rows.get(start);
      const reached = walk.get(place);
      if (row === undefined || reached === undefined) return [];
      const forwards = codes(start, place, row.reasons);
      // A share of taste holds in one direction only.
      const backwards = () => (codes(place, start, reasons) ?? []).filter((code) => !code.startsWith('p'));
      const middle = rows.get(reached.middle)?.film;
      return [
        {
          film: withoutHidden(row.film, hidden),
          reasons: (forwards ?? backwards())
            .filter((code) => !namesPerson(code, hidden.people))
            .flatMap(reasonOf),
          middle:
            middle !== undefined && (adult || !middle.adult) ? withoutHidden(middle, hidden) : undefined,
        },
      ];
    });
  const picks: GroupRecommendation[] = shown.map((one) => ({
    ...withoutHidden(one.film, hidden),
    links: linksTo(one),
    picked: true,
  }));
  if (chosen.length < end) {
    const taken = listValue([...excluded, ...found.map(({ film }) => film.id)]);
    const limit = end - chosen.length;
    const filling = await readFilling(snapshot, request, { ids: listValue([...ids]), taken, limit });
    for (const { film } of filling.slice(Math.max(0, offset - chosen.length)))
      picks.push({ ...withoutHidden(film, hidden), links: [], picked: false });
  }
  return { films: given.map((film) => withoutHidden(film, hidden)), picks };
}

/** The places that the walks reach, best first. */
function rank({ votes }: RecommendationLists, walks: readonly Walk[]): number[] {
  const scores = new Map<number, number>();
  for (const walk of walks)
    for (const [place, { chance }] of walk)
      scores.set(place, (scores.get(place) ?? 0) + scoreOf(chance, votes[place] ?? 0));
  return [...scores].sort(([a, x], [b, y]) => y - x || a - b).map(([place]) => place);
}

const namesOf = ({ title, title_es: spanish, original_title: original }: Brief) =>
  [title, spanish ?? title, original].map(fold);

/** Leaves out films with a name of a given one, further films with the title and year of one before, and a third of a collection. */
function withoutNamesakes(
  { collections }: RecommendationLists,
  given: readonly Brief[],
  found: readonly Candidate[],
): Candidate[] {
  const names = new Set(given.flatMap(namesOf));
  const twins = new Set<string>();
  const sizes = new Map<number, number>();
  return found.filter(({ place, film }) => {
    const twin = `${film.title} ${film.release_year}`;
    if (twins.has(twin) || namesOf(film).some((name) => names.has(name))) return false;
    twins.add(twin);
    const collection = collections[place] ?? 0;
    const size = collection === 0 ? 0 : (sizes.get(collection) ?? 0);
    sizes.set(collection, size + 1);
    return size < OF_COLLECTION;
  });
}
