/**
 * The words of a sorted list as a tree of letters, laid out flat in the order of a walk: what follows a node is below it
 * until `next`. Only the first `DEEPEST` letters have nodes of their own.
 */
export interface WordTree {
  /** A node's letter, as its place in `alphabet`. */
  letters: Uint16Array;
  /** How many letters lead to a node, itself counted. */
  depths: Uint8Array;
  /** The node after all that is below a node. */
  next: Int32Array;
  /** The place of a node's first word; one more value ends the last node. */
  first: Int32Array;
  /** 1 where the node's first word ends at the node. */
  ends: Uint8Array;
  /** A number for each letter, by its UTF-16 unit. */
  alphabet: ReadonlyMap<number, number>;
}

/** The letters of a typed word that are compared, and the nodes within two edits of them. */
export const LONGEST = 30;
const DEEPEST = LONGEST + 2;

/** Builds the tree of distinct words in order (by UTF-16 units). */
export function wordTree(words: readonly string[]): WordTree {
  const size = countNodes(words);
  const letters = new Uint16Array(size);
  const depths = new Uint8Array(size);
  const next = new Int32Array(size).fill(size);
  const first = new Int32Array(size + 1).fill(words.length);
  const ends = new Uint8Array(size);
  const alphabet = new Map<number, number>();
  const path = new Int32Array(DEEPEST + 1);
  let node = 0;
  let depth = 0;
  let previous = '';
  for (const [place, word] of words.entries()) {
    const shared = sharedLength(previous, word);
    for (; depth > shared; depth--) next[path[depth] ?? 0] = node;
    for (const end = Math.min(word.length, DEEPEST); depth < end; node++) {
      letters[node] = codeOf(alphabet, word.charCodeAt(depth));
      depth++;
      depths[node] = depth;
      first[node] = place;
      ends[node] = Number(depth === word.length);
      path[depth] = node;
    }
    previous = word;
  }
  return { letters, depths, next, first, ends, alphabet };
}

function codeOf(alphabet: Map<number, number>, letter: number): number {
  const code = alphabet.get(letter) ?? alphabet.size;
  if (code === alphabet.size) alphabet.set(letter, code);
  return code;
}

function countNodes(words: readonly string[]): number {
  let nodes = 0;
  let previous = '';
  for (const word of words) {
    nodes += Math.min(word.length, DEEPEST) - sharedLength(previous, word);
    previous = word;
  }
  return nodes;
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length, DEEPEST);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}
