/**
 * A trie of sorted words, stored flat in pre-order: the subtree of a node ends before `next`. Only the first `MAX_DEPTH` letters
 * have nodes.
 */
export interface WordTree {
  /** A node's letter, as its place in `alphabet`. */
  letters: Uint16Array;
  /** The depth of a node; 1 for a first letter. */
  depths: Uint8Array;
  /** The node after a node's subtree. */
  next: Int32Array;
  /** The place of the first word in a node's subtree, and the number of words at the end. */
  first: Int32Array;
  /** 1 if the first word of the subtree ends at the node. */
  ends: Uint8Array;
  /** The code of each UTF-16 unit. */
  alphabet: ReadonlyMap<number, number>;
}

/** Letters of a typed word that are compared; the trie is deeper by the maximum number of edits. */
export const LONGEST = 30;
const MAX_DEPTH = LONGEST + 2;

/** Builds the trie of distinct words sorted by UTF-16 units. */
export function wordTree(words: readonly string[]): WordTree {
  const size = countNodes(words);
  const letters = new Uint16Array(size);
  const depths = new Uint8Array(size);
  const next = new Int32Array(size).fill(size);
  const first = new Int32Array(size + 1).fill(words.length);
  const ends = new Uint8Array(size);
  const alphabet = new Map<number, number>();
  const path = new Int32Array(MAX_DEPTH + 1);
  let node = 0;
  let depth = 0;
  let previous = '';
  for (const [place, word] of words.entries()) {
    const shared = sharedLength(previous, word);
    for (; depth > shared; depth--) next[path[depth] ?? 0] = node;
    for (const end = Math.min(word.length, MAX_DEPTH); depth < end; node++) {
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
    nodes += Math.min(word.length, MAX_DEPTH) - sharedLength(previous, word);
    previous = word;
  }
  return nodes;
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length, MAX_DEPTH);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}
