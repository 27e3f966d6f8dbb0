import type { Fitting } from '../search/find.ts';
import { FITS, type Fit } from '../search/score.ts';

/** A difference in fame that leaves no doubt: seven times the votes for films, ten times for people. */
const FAR = 0.2;

/** The same where the less known one bears what was typed as its whole name. */
const FAR_FROM_WHOLE = 0.35;

/**
 * The matches that can be meant, of matches in the order of autocomplete: one is the one meant, several need asking, none
 * means that all are suggestions only. The first match is always among them. With it come those that fit as well, and
 * those that fit less well but are far better known. It is meant alone if all of these are far less known; several whole
 * names are always asked about.
 */
export function whatIsMeant<Match extends Fitting>(matches: readonly Match[]): Match[] {
  const [first, ...others] = matches;
  if (first === undefined) return [];
  const above = first.fame + (isWhole(first.fit) ? FAR_FROM_WHOLE : FAR);
  const peers = others.filter(
    ({ fit, sure, fame }) => rankOf(fit) <= rankOf(first.fit) || (sure && fit !== 'typo' && fame >= above),
  );
  const meant = [first, ...peers];
  if (!meant.some(({ sure }) => sure)) return [];
  const beyondDoubt = peers.every(({ fit, fame }) => !isWhole(fit) && first.fame - fame >= FAR);
  return first.sure && beyondDoubt ? [first] : meant;
}

const rankOf = (fit: Fit) => FITS.indexOf(fit);

/** What was typed is a whole name. */
export const isWhole = (fit: Fit) => fit === 'same' || fit === 'exact';
