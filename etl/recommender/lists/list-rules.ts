import type { FilmRow } from '../features/films.ts';
import type { Scored } from '../top.ts';

/** Picks that are kept of a film. */
export const PICKS = 50;

/** Films of the own collection among the first five. */
const OWN_COLLECTION = 2;

/** The last of the first five places, which the next film of the collection takes when the model puts it lower. */
const SEQUEL_PLACE = 4;

/**
 * The rules of a list: never the film itself, no film twice under two ids; the next film of its own collection is among the
 * first five, with one more of that collection at most (the others follow directly); scores never rise down the list.
 */
export function applyListRules(film: number, ranked: readonly Scored[], films: readonly FilmRow[]): Scored[] {
  const own = films[film];
  const seen = new Set([own?.twin]);
  const distinct = ranked.filter((pick) => {
    const twin = films[pick.film]?.twin;
    const fresh = pick.film !== film && !seen.has(twin);
    seen.add(twin);
    return fresh;
  });
  const isOwn = (pick: Scored) => own?.collection !== 0 && films[pick.film]?.collection === own?.collection;
  const isSequel = (pick: Scored) => own?.sequel !== 0 && films[pick.film]?.id === own?.sequel;
  const collection = distinct.filter(isOwn);
  const sequel = collection.filter(isSequel);
  const early = new Set(
    [...sequel, ...collection.filter((pick) => !isSequel(pick))].slice(0, OWN_COLLECTION),
  );
  const late = collection.filter((pick) => !early.has(pick));
  let others = distinct.filter((pick) => !late.includes(pick));
  if (others.findIndex(isSequel) > SEQUEL_PLACE) {
    others = others.filter((pick) => !isSequel(pick));
    others.splice(SEQUEL_PLACE, 0, ...sequel);
  }
  return falling([...others.slice(0, 5), ...late, ...others.slice(5)].slice(0, PICKS));
}

/** Scores that never rise down the list: where one is higher than the score above it, it takes that one. */
function falling(picks: Scored[]): Scored[] {
  let bar = 1;
  return picks.map(({ film, score }) => {
    bar = Math.min(bar, Math.max(score, 1e-9));
    return { film, score: bar };
  });
}
