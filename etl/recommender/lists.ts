import type { FilmRow } from './films.ts';
import type { Scored } from './top.ts';

/** Picks that are kept of a film. */
export const PICKS = 50;

/** Films of the own collection among the first five. */
const OWN_COLLECTION = 2;

/**
 * The rules of a list: never the film itself, no film twice under two ids, at most two of its own collection in the
 * first five (the others come right behind them), scores that never rise down the list.
 */
export function serve(film: number, ranked: readonly Scored[], films: readonly FilmRow[]): Scored[] {
  const own = films[film];
  const seen = new Set([own?.twin]);
  const distinct = ranked.filter((pick) => {
    const twin = films[pick.film]?.twin;
    const fresh = pick.film !== film && !seen.has(twin);
    seen.add(twin);
    return fresh;
  });
  const isOwn = (pick: Scored) => own?.collection !== 0 && films[pick.film]?.collection === own?.collection;
  const late = new Set(distinct.filter(isOwn).slice(OWN_COLLECTION));
  const others = distinct.filter((pick) => !late.has(pick));
  return falling([...others.slice(0, 5), ...late, ...others.slice(5)].slice(0, PICKS));
}

/** A film that was moved down takes the score of the one above it where its own is higher. */
function falling(picks: Scored[]): Scored[] {
  let bar = 1;
  return picks.map(({ film, score }) => {
    bar = Math.min(bar, Math.max(score, 1e-9));
    return { film, score: bar };
  });
}
