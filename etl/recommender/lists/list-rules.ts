import type { FilmRow } from '../features/films.ts';
import type { Scored } from '../top.ts';

/** The most recommendations of a film. */
export const LIST_SIZE = 50;

/** The recommendations that a reply shows: the rules are about them. */
const FIRST = 5;

/** The most films of one collection among the first five. */
const PER_COLLECTION = 2;

/** The films of its own region among the first five of a film that is not in English. */
const OWN_REGION = 3;

/** The lowest score of a film that is there for its region, as a share of the best score of the list. */
const MIN_SHARE = 0.75;

/**
 * Applies the rules of a list. It contains neither the film itself nor twins of another entry. Among the first five are the
 * sequel, at most two films of a collection, no two films with the same title, and for a film that is not in English three of its
 * region if the catalogue has them with a score that is not much lower. The rest follows in order; scores never rise.
 */
export function applyListRules<One extends Scored>(
  film: number,
  ranked: readonly One[],
  films: readonly FilmRow[],
): One[] {
  const own = films[film];
  const twins = new Set([own?.twin]);
  const distinct = ranked.filter((one) => {
    const twin = films[one.film]?.twin;
    const isFirst = one.film !== film && !twins.has(twin);
    twins.add(twin);
    return isFirst;
  });
  const sequel = distinct.find((one) => own?.sequel !== 0 && films[one.film]?.id === own?.sequel);
  const first = pickFirst(distinct, sequel, own, films);
  const chosen = new Set(first);
  return withFallingScores([...first, ...distinct.filter((one) => !chosen.has(one))].slice(0, LIST_SIZE));
}

/** The first five, in the order of their scores. */
function pickFirst<One extends Scored>(
  ranked: readonly One[],
  sequel: One | undefined,
  own: FilmRow | undefined,
  films: readonly FilmRow[],
): One[] {
  const picked: One[] = sequel === undefined ? [] : [sequel];
  const of = (one: Scored) => films[one.film];
  const allows = (one: One) => {
    const film = of(one);
    const sharing = (key: 'collection' | 'story') => picked.filter((pick) => of(pick)?.[key] === film?.[key]);
    return (
      !picked.includes(one) &&
      sharing('story').length === 0 &&
      (film?.collection === 0 || sharing('collection').length < PER_COLLECTION)
    );
  };
  const isNear = (one: Scored) => of(one)?.region === own?.region;
  const fill = (size: number, accepts: (one: One) => boolean) => {
    for (const one of ranked) if (picked.length < size && accepts(one) && allows(one)) picked.push(one);
  };
  if (own !== undefined && own.region !== '') {
    const least = MIN_SHARE * (ranked[0]?.score ?? 0);
    const near = sequel !== undefined && isNear(sequel) ? OWN_REGION : OWN_REGION + picked.length;
    fill(near, (one) => isNear(one) && one.score >= least);
  }
  fill(FIRST, () => true);
  const place = new Map(ranked.map((one, at) => [one, at]));
  return picked.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

/** Lowers each score to the one above it. */
function withFallingScores<One extends Scored>(list: readonly One[]): One[] {
  let limit = 1;
  return list.map((one) => {
    limit = Math.min(limit, Math.max(one.score, 1e-9));
    return { ...one, score: limit };
  });
}
