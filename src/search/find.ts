import type { SearchIndex } from './build-index.ts';
import { docsCalledSo } from './called-so.ts';
import { createCandidates } from './candidates.ts';
import { type Query, readQuery } from './query.ts';
import { FITS, type Fit, type Scored, scoreEntry } from './score.ts';

/** How a thing is shown, and how well it fits what was typed. */
export type Found<Label> = Label & { fit: Fit };

export interface Wanted {
  /** Bits that a doc must have. */
  need?: number;
  /** Bits that a doc must not have. */
  without?: number;
  /** The thing with that id and no other, whatever was typed. */
  id?: number | undefined;
  /** Where something is called what was typed, that alone: who looks up wants no other. */
  best?: boolean | undefined;
  limit: number;
}

/** How a doc is shown. */
export type LabelOf<Label> = (doc: number) => Label;

/** A fit that needs no typo. */
const WORD = FITS.indexOf('word');

const NEAR = FITS.indexOf('near');

/**
 * Makes the search over an index: labels, best first. Typos are considered only when nothing explains all that was typed
 * without them, and what leaves something unexplained only when nothing else is found. An empty text gives the most
 * popular.
 */
export function createFind<Label>(index: SearchIndex, labelOf: LabelOf<Label>) {
  const candidates = createCandidates(index);
  const show = (docs: readonly number[], fit: Fit) => docs.map((doc) => ({ ...labelOf(doc), fit }));

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

  return (typed: string, wanted: Wanted): Found<Label>[] => {
    if (wanted.id !== undefined) return show(withId(index, wanted.id, wanted), 'exact');
    if (typed.trim() === '') return show(mostPopular(index, wanted), 'prefix');
    const same = wanted.best === true ? docsCalledSo(index, typed).filter(wantedIn(index, wanted)) : [];
    if (same.length > 0) return show(same.slice(0, wanted.limit), 'same');
    const plain = rank(readQuery(index, typed, false), wanted);
    const explained = plain.some(([, { fit }]) => fit <= WORD);
    const ranked = explained ? plain : rank(readQuery(index, typed, true), wanted);
    const meant = ranked.filter(([, { fit }]) => fit < NEAR);
    return (meant.length > 0 ? meant : ranked)
      .slice(0, wanted.limit)
      .map(([doc, { fit }]) => ({ ...labelOf(doc), fit: FITS[fit] ?? 'near' }));
  };
}

function wantedIn({ flags }: SearchIndex, { need = 0, without = 0 }: Wanted): (doc: number) => boolean {
  return (doc) => ((flags[doc] ?? 0) & need) === need && ((flags[doc] ?? 0) & without) === 0;
}

function withId(index: SearchIndex, id: number, wanted: Wanted): number[] {
  const doc = index.ids.indexOf(id);
  return doc >= 0 && wantedIn(index, wanted)(doc) ? [doc] : [];
}

function mostPopular(index: SearchIndex, wanted: Wanted): number[] {
  const isWanted = wantedIn(index, wanted);
  const docs: number[] = [];
  for (let doc = 0; doc < index.ids.length && docs.length < wanted.limit; doc++) {
    if (isWanted(doc)) docs.push(doc);
  }
  return docs;
}
