import type { FilmRow } from '../features/films.ts';
import type { Scored } from '../top.ts';

/** The most recommendations of a film. */
export const LIST_SIZE = 50;

/** The most films of the own collection among the first five. */
const OWN_COLLECTION = 2;

/** The sequel's index if the model ranks it lower: the last of the first five. */
const SEQUEL_PLACE = 4;

/**
 * Applies the rules of a list: it contains neither the film itself nor twins of another entry; the sequel is among the first
 * five, with at most one more film of the collection (the rest of the collection follows directly); scores never rise.
 */
export function applyListRules(film: number, ranked: readonly Scored[], films: readonly FilmRow[]): Scored[] {
  const own = films[film];
  const twins = new Set([own?.twin]);
  const distinct = ranked.filter((one) => {
    const twin = films[one.film]?.twin;
    const isFirst = one.film !== film && !twins.has(twin);
    twins.add(twin);
    return isFirst;
  });
  const isOwn = (one: Scored) => own?.collection !== 0 && films[one.film]?.collection === own?.collection;
  const isSequel = (one: Scored) => own?.sequel !== 0 && films[one.film]?.id === own?.sequel;
  const collection = distinct.filter(isOwn);
  const sequel = collection.filter(isSequel);
  const early = new Set([...sequel, ...collection.filter((one) => !isSequel(one))].slice(0, OWN_COLLECTION));
  const late = collection.filter((one) => !early.has(one));
  let others = distinct.filter((one) => !late.includes(one));
  if (others.findIndex(isSequel) > SEQUEL_PLACE) {
    others = others.filter((one) => !isSequel(one));
    others.splice(SEQUEL_PLACE, 0, ...sequel);
  }
  return withFallingScores([...others.slice(0, 5), ...late, ...others.slice(5)].slice(0, LIST_SIZE));
}

/** Lowers each score to the one above it. */
function withFallingScores(list: Scored[]): Scored[] {
  let limit = 1;
  return list.map(({ film, score }) => {
    limit = Math.min(limit, Math.max(score, 1e-9));
    return { film, score: limit };
  });
}
