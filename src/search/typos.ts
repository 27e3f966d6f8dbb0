import { LONGEST, type WordTree } from './word-tree.ts';

/** A word within the edit limit of a typed one. */
export interface Near {
  place: number;
  /** Number of edits: an insertion, deletion, substitution or swap of two neighbouring letters. */
  distance: number;
  /** Only the word's beginning is within the limit. */
  partial: boolean;
}

/**
 * All words of a tree, or their beginnings, within `limit` edits of `typed` (optimal string alignment), sorted by place. Only
 * the first 30 letters are compared. Walks the tree once and skips subtrees that exceed the limit.
 */
export function nearWords(tree: WordTree, typed: string, limit: number): Near[] {
  const length = Math.min(typed.length, LONGEST);
  const rows = createRows(tree, typed.slice(0, length), limit);
  const { depths, next, ends } = tree;
  const found: Near[] = [];
  for (let node = 0; node < depths.length; ) {
    const depth = depths[node] ?? 0;
    const alive = rows.fill(depth, tree.letters[node] ?? 0);
    const below = next[node] ?? 0;
    const isEnd = ends[node] === 1;
    const deepest = !alive || depth === length + limit;
    if (deepest || isEnd) addNear(found, rows, depth, wordsAt(tree, node, deepest));
    node = deepest ? below : node + 1;
  }
  return found;
}

/** The words that a node stands for: all in its subtree, or the one that ends at it. */
function wordsAt({ first, next, ends }: WordTree, node: number, all: boolean) {
  const from = first[node] ?? 0;
  return { from, to: all ? (first[next[node] ?? 0] ?? 0) : from + 1, isEnd: ends[node] === 1 };
}

type Rows = ReturnType<typeof createRows>;

function addNear(
  found: Near[],
  rows: Rows,
  depth: number,
  { from, to, isEnd }: { from: number; to: number; isEnd: boolean },
): void {
  const distance = rows.distance(depth);
  const whole = isEnd && distance !== undefined;
  if (whole) found.push({ place: from, distance, partial: false });
  const best = rows.best(depth);
  if (best === undefined) return;
  for (let place = whole ? from + 1 : from; place < to; place++)
    found.push({ place, distance: best, partial: true });
}

/**
 * Wu and Manber's bit-parallel automaton, with a step for swaps: bit c of the set of `e` edits at `depth` is set if the
 * first `depth` letters of the word are within e edits of the first c typed letters.
 */
function createRows({ alphabet }: WordTree, typed: string, limit: number) {
  const width = limit + 1;
  const all = 2 ** (typed.length + 1) - 1;
  const last = typed.length;
  const masks = new Int32Array(alphabet.size);
  for (let at = 0; at < last; at++) {
    const code = alphabet.get(typed.charCodeAt(at));
    if (code !== undefined) masks[code] = (masks[code] ?? 0) | (1 << (at + 1));
  }
  const sets = new Int32Array((last + limit + 1) * width);
  const lettersAt = new Int32Array(last + limit + 1);
  const bestAt = new Uint8Array(last + limit + 1).fill(width);
  for (let edits = 0; edits < width; edits++) sets[edits] = (2 ** (edits + 1) - 1) & all;

  /** The set at a place; empty before the first. */
  const setAt = (place: number) => sets[place] ?? 0;
  const fewest = (depth: number): number => {
    for (let edits = 0; edits < width; edits++) if ((setAt(depth * width + edits) >> last) & 1) return edits;
    return width;
  };

  return {
    /** Computes the row of one more letter. Returns whether the limit can still be met. */
    fill(depth: number, letter: number): boolean {
      const mask = masks[letter] ?? 0;
      const at = depth * width;
      const above = at - width;
      lettersAt[depth] = mask;
      let set = (setAt(above) << 1) & mask;
      sets[at] = set;
      const swap = depth > 1 ? (mask << 1) & (lettersAt[depth - 1] ?? 0) : 0;
      for (let edits = 1; edits < width; edits++) {
        const fewer = setAt(above + edits - 1);
        const swapped = (setAt(above - width + edits - 1) << 2) & swap;
        set = (((setAt(above + edits) << 1) & mask) | fewer | (fewer << 1) | (set << 1) | swapped) & all;
        sets[at + edits] = set;
      }
      bestAt[depth] = Math.min(bestAt[depth - 1] ?? width, fewest(depth));
      return set !== 0;
    },
    /** The edits between the letters so far and the typed word; undefined above the limit. */
    distance(depth: number): number | undefined {
      const edits = fewest(depth);
      return edits < width ? edits : undefined;
    },
    /** The fewest edits between a beginning of the letters so far and the typed word; undefined above the limit. */
    best(depth: number): number | undefined {
      const edits = bestAt[depth] ?? width;
      return edits < width ? edits : undefined;
    },
  };
}
