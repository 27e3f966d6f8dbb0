import type { SearchIndex } from './build-index.ts';
import { createCandidates } from './candidates.ts';
import { type Query, readQuery } from './query.ts';
import { FITS, type Fit, type Scored, scoreEntry } from './score.ts';

export interface Found {
  id: number;
  fit: Fit;
}

export interface Wanted {
  /** Bits that a doc must have. */
  need?: number;
  /** Bits that a doc must not have. */
  without?: number;
  limit: number;
}

/** A fit that needs no typo. */
const WORD = FITS.indexOf('word');

const NEAR = FITS.indexOf('near');

/**
 * Makes the search over an index: ids, best first. Typos are considered only when nothing explains all that was typed
 * without them, and what leaves something unexplained only when nothing else is found. An empty text gives the most
 * popular.
 */
export function createFind(index: SearchIndex) {
  const candidates = createCandidates(index);

  const rank = (query: Query, wanted: Wanted) => {
    const best = new Map<number, Scored>();
    const isWanted = wantedIn(index, wanted);
    for (const entry of candidates(query, isWanted)) {
      const doc = index.entryDoc[entry] ?? 0;
      if (!isWanted(doc)) continue;
      const scored = scoreEntry(index, query, entry);
      const known = best.get(doc);
      if (known === undefined || scored.score > known.score) best.set(doc, scored);
    }
    return [...best].sort(([a, x], [b, y]) => y.score - x.score || a - b);
  };

  return (typed: string, wanted: Wanted): Found[] => {
    if (typed.trim() === '') return mostPopular(index, wanted);
    const plain = rank(readQuery(index, typed, false), wanted);
    const explained = plain.some(([, { fit }]) => fit <= WORD);
    const ranked = explained ? plain : rank(readQuery(index, typed, true), wanted);
    const meant = ranked.filter(([, { fit }]) => fit < NEAR);
    return (meant.length > 0 ? meant : ranked)
      .slice(0, wanted.limit)
      .map(([doc, { fit }]) => ({ id: index.ids[doc] ?? 0, fit: FITS[fit] ?? 'near' }));
  };
}

function wantedIn({ flags }: SearchIndex, { need = 0, without = 0 }: Wanted): (doc: number) => boolean {
  return (doc) => ((flags[doc] ?? 0) & need) === need && ((flags[doc] ?? 0) & without) === 0;
}

function mostPopular(index: SearchIndex, wanted: Wanted): Found[] {
  const isWanted = wantedIn(index, wanted);
  const found: Found[] = [];
  for (let doc = 0; doc < index.ids.length && found.length < wanted.limit; doc++) {
    if (isWanted(doc)) found.push({ id: index.ids[doc] ?? 0, fit: 'prefix' });
  }
  return found;
}
