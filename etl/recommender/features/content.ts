import { GENRE, LETTERS } from './feature-kinds.ts';

/** The features of all films, film by film: those of film `f` lie from `starts[f]` to `starts[f + 1]`. */
export interface Content {
  films: number;
  starts: Int32Array;
  features: Int32Array;
  weights: Float32Array;
  /** By feature: its code, the index of its kind in LETTERS, the number of films that have it. */
  codes: string[];
  kinds: Uint8Array;
  counts: Int32Array;
}

export interface Columns {
  films: Int32Array;
  features: Int32Array;
  weights: Float32Array;
}

/** Packs entries that are sorted by film index and feature. */
export function packContent(
  films: number,
  entries: Columns,
  codes: { code: string; films: number }[],
): Content {
  const starts = new Int32Array(films + 1);
  for (const film of entries.films) starts[film + 1] = (starts[film + 1] as number) + 1;
  for (let film = 0; film < films; film++)
    starts[film + 1] = (starts[film + 1] as number) + (starts[film] as number);
  return {
    films,
    starts,
    features: entries.features,
    weights: entries.weights,
    codes: codes.map(({ code }) => code),
    kinds: Uint8Array.from(codes, ({ code }) => LETTERS.findIndex((letter) => code.startsWith(letter))),
    counts: Int32Array.from(codes, (code) => code.films),
  };
}

/** Posting lists: the films of each feature with their weights. Those of feature `f` lie from `starts[f]` to `starts[f + 1]`. */
export interface Postings {
  starts: Int32Array;
  films: Int32Array;
  weights: Float32Array;
}

/** The posting lists of all films, or of those that `keep` accepts. */
export function transpose(content: Content, keep: (film: number) => boolean = () => true): Postings {
  const { films, starts, features, weights, counts } = content;
  const postings = {
    starts: new Int32Array(counts.length + 1),
    films: new Int32Array(features.length),
    weights: new Float32Array(features.length),
  };
  const forEach = (visit: (feature: number, film: number, at: number) => void) => {
    for (let film = 0; film < films; film++) {
      if (!keep(film)) continue;
      for (let at = starts[film] as number; at < (starts[film + 1] as number); at++)
        visit(features[at] as number, film, at);
    }
  };
  forEach((feature) => {
    postings.starts[feature + 1] = (postings.starts[feature + 1] as number) + 1;
  });
  for (let feature = 0; feature < counts.length; feature++)
    postings.starts[feature + 1] =
      (postings.starts[feature + 1] as number) + (postings.starts[feature] as number);
  const next = postings.starts.slice();
  forEach((feature, film, at) => {
    const place = next[feature] as number;
    next[feature] = place + 1;
    postings.films[place] = film;
    postings.weights[place] = weights[at] as number;
  });
  return postings;
}

/**
 * Compares one film with others: the returned function selects the first film and returns a function that fills `into` with
 * the cosine of each kind (in the order of LETTERS) for a second film; it returns how many genres both have.
 */
export function createComparer(content: Content) {
  const { starts, features, weights, kinds, counts } = content;
  const selected = new Float32Array(counts.length);
  let last = -1;
  const mark = (film: number, value: (at: number) => number) => {
    for (let at = starts[film] as number; at < (starts[film + 1] as number); at++)
      selected[features[at] ?? 0] = value(at);
  };
  return (film: number) => {
    if (last >= 0) mark(last, () => 0);
    mark(film, (at) => weights[at] ?? 0);
    last = film;
    return (other: number, into: Float64Array): number => {
      into.fill(0);
      let sharedGenres = 0;
      for (let at = starts[other] as number; at < (starts[other + 1] as number); at++) {
        const feature = features[at] as number;
        const weight = selected[feature] as number;
        if (weight === 0) continue;
        const kind = kinds[feature] as number;
        into[kind] = (into[kind] as number) + weight * (weights[at] as number);
        if (kind === GENRE) sharedGenres++;
      }
      return sharedGenres;
    };
  };
}
