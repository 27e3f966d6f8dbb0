import type { Fitting } from '../search/find.ts';
import { FITS, type Fit } from '../search/score.ts';

/** A decisive difference in fame: seven times the votes for films, ten times for people. */
const DECISIVE = 0.2;

/** The same against a less known match whose whole name was typed. */
const DECISIVE_OVER_WHOLE = 0.35;

/**
 * Chooses among matches in the order of autocomplete. One: the lookup answers with it. Several: it asks which one. None: it
 * only suggests. The first match is always among them; further ones fit as well, or less well but are decisively better
 * known. The first match alone is chosen if it is decisively better known than these and none of them is a whole name.
 */
export function chooseMatches<Match extends Fitting>(matches: readonly Match[]): Match[] {
  const [first, ...others] = matches;
  if (first === undefined) return [];
  const decisiveFame = first.fame + (isWhole(first.fit) ? DECISIVE_OVER_WHOLE : DECISIVE);
  const peers = others.filter(
    ({ fit, sure, fame }) =>
      rankOf(fit) <= rankOf(first.fit) || (sure && fit !== 'typo' && fame >= decisiveFame),
  );
  const chosen = [first, ...peers];
  if (!chosen.some(({ sure }) => sure)) return [];
  const isDecisive = peers.every(({ fit, fame }) => !isWhole(fit) && first.fame - fame >= DECISIVE);
  return first.sure && isDecisive ? [first] : chosen;
}

const rankOf = (fit: Fit) => FITS.indexOf(fit);

/** Whether the typed text is a whole name. */
export const isWhole = (fit: Fit) => fit === 'same' || fit === 'exact';
