import { readFileSync } from 'node:fs';
import { listValue } from '@duckdb/node-api';
import { type Brief, readBrief } from './film.ts';
import { type Reason, reasonReader } from './reasons.ts';
import {
  byPrior,
  codesOf,
  filtersOf,
  isDated,
  type ListedFilm,
  listed,
  namesPerson,
  type Page,
  readList,
} from './recommendations.ts';
import type { Snapshot } from './snapshot.ts';
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

const ranked = readFileSync(new URL('group-recommendations.sql', import.meta.url), 'utf8');

interface Ranked {
  id: number;
  /** The nearest film between this one and a given one, if their walks cross. */
  middles: { own: number; middle: number | null }[];
}

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
  const { limit = 5, offset = 0 } = request;
  const end = offset + limit;
  const filters = filtersOf(request);
  const rows = new Map<number, ListedFilm>();
  const readFilms = async (wanted: readonly number[]) => {
    const found = await Promise.all(wanted.map((id) => snapshot.queryByKey<ListedFilm>(listed, id)));
    wanted.forEach((id, at) => {
      const [row] = found[at] ?? [];
      if (row === undefined) throw new Error(`no film ${id}`);
      rows.set(id, row);
    });
  };
  const all = await snapshot.query<Ranked>(ranked, {
    ...filters,
    ids: listValue([...ids]),
    excluded: listValue([...ids, ...hidden.films]),
    limit: end,
  });
  const page = all.slice(offset);
  const middles = page.flatMap((one) => one.middles.flatMap(({ middle }) => middle ?? []));
  await readFilms([...new Set([...ids, ...page.map(({ id }) => id), ...middles])]);
  const read = await reasonReader(snapshot);
  const briefOf = (id: number) => readBrief(rows.get(id)?.brief ?? '');
  const codes = (from: number, to: number) =>
    readList(rows.get(from)?.recommendations ?? '').find(({ id }) => id === to);
  const picks = page.map(({ id, middles: nearest }): GroupRecommendation => {
    const links = ids.flatMap((own): Link[] => {
      const near = nearest.find((one) => one.own === own);
      if (near === undefined) return [];
      // A share of taste holds in one direction only.
      const backwards = () => codesOf(codes(id, own) ?? {}).filter((code) => !code.startsWith('p'));
      const forwards = codes(own, id);
      const reasons = (forwards === undefined ? backwards() : codesOf(forwards))
        .filter((code) => !namesPerson(code, hidden.people))
        .flatMap(read);
      return [
        { film: briefOf(own), reasons, middle: near.middle === null ? undefined : briefOf(near.middle) },
      ];
    });
    return { ...briefOf(id), links, picked: true };
  });
  if (all.length < end) {
    const taken = listValue([...ids, ...hidden.films, ...all.map(({ id }) => id)]);
    const filling = await snapshot.query<{ brief: string }>(byPrior, {
      ...filters,
      ids: listValue([...ids]),
      taken,
      dated: isDated(request),
      limit: end - all.length,
    });
    const from = Math.max(0, offset - all.length);
    picks.push(
      ...filling.slice(from).map(({ brief }) => ({ ...readBrief(brief), links: [], picked: false })),
    );
  }
  return { films: ids.map(briefOf), picks };
}
