import { LETTERS } from './feature-kinds.ts';

/** The features of all films, film by film: those of film `f` lie from `starts[f]` to `starts[f + 1]`. */
export interface Content {
  films: number;
  starts: Int32Array;
  features: Int32Array;
  weights: Float32Array;
  /** Of each feature: its code, the place of its kind in LETTERS, how many films have it. */
  codes: string[];
  kinds: Uint8Array;
  counts: Int32Array;
}

export interface Columns {
  films: Int32Array;
  features: Int32Array;
  weights: Float32Array;
}

/** Packs entries that are sorted by film (an index) and feature. */
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

/** The films that have each feature, and its weight there. */
export interface Postings {
  starts: Int32Array;
  films: Int32Array;
  weights: Float32Array;
}

/** Turns the features around: of all films, or of those that `keep` names. */
export function transpose(content: Content, keep: (film: number) => boolean = () => true): Postings {
  const { films, starts, features, weights, counts } = content;
  const turned = {
    starts: new Int32Array(counts.length + 1),
    films: new Int32Array(features.length),
    weights: new Float32Array(features.length),
  };
  const visit = (look: (feature: number, film: number, at: number) => void) => {
    for (let film = 0; film < films; film++) {
      if (!keep(film)) continue;
      for (let at = starts[film] as number; at < (starts[film + 1] as number); at++)
        look(features[at] as number, film, at);
    }
  };
  visit((feature) => {
    turned.starts[feature + 1] = (turned.starts[feature + 1] as number) + 1;
  });
  for (let feature = 0; feature < counts.length; feature++)
    turned.starts[feature + 1] = (turned.starts[feature + 1] as number) + (turned.starts[feature] as number);
  const next = turned.starts.slice();
  visit((feature, film, at) => {
    const place = next[feature] as number;
    next[feature] = place + 1;
    turned.films[place] = film;
    turned.weights[place] = weights[at] as number;
  });
  return turned;
}

/**
 * Compares one film at a time with others: `of(film)` gives a function that fills `into`, for another film, with the
 * cosine of each kind (in the order of LETTERS).
 */
export function createComparer(content: Content) {
  const { starts, features, weights, kinds, counts } = content;
  const own = new Float32Array(counts.length);
  let last = -1;
  const mark = (film: number, value: (at: number) => number) => {
    for (let at = starts[film] as number; at < (starts[film + 1] as number); at++)
      own[features[at] ?? 0] = value(at);
  };
  return (film: number) => {
    if (last >= 0) mark(last, () => 0);
    mark(film, (at) => weights[at] ?? 0);
    last = film;
    return (other: number, into: Float64Array): void => {
      into.fill(0);
      for (let at = starts[other] as number; at < (starts[other + 1] as number); at++) {
        const feature = features[at] as number;
        const mine = own[feature] as number;
        if (mine === 0) continue;
        const kind = kinds[feature] as number;
        into[kind] = (into[kind] as number) + mine * (weights[at] as number);
      }
    };
  };
}
