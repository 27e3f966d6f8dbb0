import { listValue } from '@duckdb/node-api';
import { fold } from '../lib/fold.ts';
import type { Brief } from './film.ts';
import { type Reason, reasonReader } from './reasons.ts';
import {
  byPrior,
  codesOf,
  filtersOf,
  isDated,
  type ListedFilm,
  namesPerson,
  type Page,
  readList,
  readPick,
} from './recommendations.ts';
import type { Snapshot } from './snapshot.ts';
import { readIds, scoreOf, type Walk, walkFrom } from './walks.ts';
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

/** At most this many films of one collection. */
const OF_COLLECTION = 2;

/** How many more films are read than shown, because namesakes and twins are left out. */
const SPARE = 20;

const films = `
  select id, brief, recommendations from movies where id in (select unnest($ids::int[])) and (not adult or $adult)
`;

/** One JSON string: thousands of row objects would block the event loop. */
const fitting = `
  select json_group_array([id, vote_count, coalesce(collection_id, -id)])::varchar as films
  from movies
  where id in (select unnest($ids::int[])) and (not adult or $adult)
    and ($genre::int is null or list_contains(genre_ids, $genre))
    and coalesce(release_year, 0) between $from and $to
    and ($language::varchar is null or original_language = $language)
    and vote_count >= $votes
`;

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
  const hidden = await withheld();
  if (ids.some((id) => hidden.films.has(id))) throw new NotNow('withheld');
  const { adult, limit = 5, offset = 0 } = request;
  const end = offset + limit;
  const excluded = new Set([...ids, ...hidden.films]);
  const rows = new Map<number, ListedFilm>();
  const read = async (wanted: readonly number[], withAdult: boolean) => {
    const params = { ids: listValue([0, ...wanted]), adult: withAdult };
    for (const { id, ...row } of await snapshot.query<ListedFilm & { id: number }>(films, params))
      rows.set(id, row);
  };
  const briefs = (wanted: readonly number[]) =>
    wanted.flatMap((id) => (rows.has(id) ? [readPick(rows.get(id)?.brief ?? '', hidden)] : []));
  const listOf = (id: number) => rows.get(id)?.recommendations ?? '';

  await read(ids, true);
  const missing = ids.find((id) => !rows.has(id));
  if (missing !== undefined) throw new Error(`no film ${missing}`);
  const first = ids.map((id) => readIds(listOf(id)));
  await read(
    first.flat().filter((id) => !excluded.has(id)),
    adult,
  );
  const lists = new Map(
    [...rows.keys()].filter((id) => !excluded.has(id)).map((id) => [id, readIds(listOf(id))]),
  );
  const walks = first.map((list) => walkFrom(list, lists));
  const best = await rank(snapshot, walks, filtersOf(request), excluded);
  const candidates = best.slice(0, end + SPARE);
  await read(candidates, adult);
  const all = withoutNamesakes(briefs(ids), briefs(candidates)).slice(0, end);

  const reasonOf = await reasonReader(snapshot);
  const codes = (from: number, to: number) => readList(listOf(from)).find(({ id }) => id === to);
  const linksTo = (id: number) =>
    walks.flatMap((walk, at): Link[] => {
      const [own = 0] = ids.slice(at);
      const [film] = briefs([own]);
      const end = walk.get(id);
      if (film === undefined || end === undefined) return [];
      // A share of taste holds in one direction only.
      const backwards = () => codesOf(codes(id, own) ?? {}).filter((code) => !code.startsWith('p'));
      const forwards = codes(own, id);
      const reasons = (forwards === undefined ? backwards() : codesOf(forwards))
        .filter((code) => !namesPerson(code, hidden.people))
        .flatMap(reasonOf);
      return [{ film, reasons, middle: briefs([end.middle])[0] }];
    });
  const picks: GroupRecommendation[] = all
    .slice(offset)
    .map((brief) => ({ ...brief, links: linksTo(brief.id), picked: true }));
  if (all.length < end) {
    const filling = await snapshot.query<{ brief: string }>(byPrior, {
      ...filtersOf(request),
      ids: listValue([...ids]),
      taken: listValue([...excluded, ...candidates]),
      dated: isDated(request),
      limit: end - all.length,
    });
    for (const { brief } of filling.slice(Math.max(0, offset - all.length)))
      picks.push({ ...readPick(brief, hidden), links: [], picked: false });
  }
  return { films: briefs(ids), picks };
}

/** The ids of the films that the walks reach and that pass the filters, best first, at most two of a collection. */
async function rank(
  { query }: Snapshot,
  walks: readonly Walk[],
  filters: ReturnType<typeof filtersOf>,
  excluded: ReadonlySet<number>,
): Promise<number[]> {
  const reached = new Set(walks.flatMap((walk) => [...walk.keys()]));
  const ids = listValue([0, ...[...reached].filter((id) => !excluded.has(id))]);
  const [row] = await query<{ films: string }>(fitting, { ...filters, ids });
  const found = JSON.parse(row?.films ?? '[]') as [id: number, votes: number, collection: number][];
  const scored = found.map(([id, votes, collection]) => {
    const scores = walks.map((walk) => scoreOf(walk.get(id)?.chance ?? 0, votes));
    return { id, collection, score: scores.sort((a, b) => a - b).reduce((sum, one) => sum + one, 0) };
  });
  scored.sort((a, b) => b.score - a.score || a.id - b.id);
  const places = new Map<number, number>();
  return scored.flatMap(({ id, collection }) => {
    const place = (places.get(collection) ?? 0) + 1;
    places.set(collection, place);
    return place <= OF_COLLECTION ? [id] : [];
  });
}

const namesOf = ({ title, title_es: spanish, original_title: original }: Brief) =>
  [title, spanish ?? title, original].map(fold);

/** Leaves out films with a name of a given one, and further films with the title and year of one before. */
function withoutNamesakes(given: readonly Brief[], found: readonly Brief[]): Brief[] {
  const names = new Set(given.flatMap(namesOf));
  const twins = new Set<string>();
  return found.filter((film) => {
    const twin = `${film.title} ${film.release_year}`;
    const isFirst = !twins.has(twin);
    twins.add(twin);
    return isFirst && !namesOf(film).some((name) => names.has(name));
  });
}
