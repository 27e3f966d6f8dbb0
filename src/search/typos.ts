/** A word within reach of a typed one. */
export interface Near {
  place: number;
  /** Edits: a letter more, less, other, or two swapped. */
  distance: number;
  /** The typed word is near the word's beginning only. */
  partial: boolean;
}

/**
 * All words of a sorted list within `limit` edits of `typed` (optimal string alignment), or whose beginning is.
 * Walks the list once; words that share a beginning share its rows, and a beginning already too far is skipped whole.
 * Only the cells that can stay within the limit are filled (Ukkonen's band).
 */
export function nearWords(words: readonly string[], typed: string, limit: number): Near[] {
  const table = createTable(typed, limit);
  const found: Near[] = [];
  let previous = '';
  let valid = 0;
  for (let place = 0; place < words.length; ) {
    const word = words[place] ?? '';
    const depth = Math.min(word.length, typed.length + limit);
    const dead = table.fill(word, sharedLength(word, previous, Math.min(valid, depth)), depth);
    previous = word;
    valid = dead === 0 ? depth : dead;
    if (dead > 0) {
      place = skip(words, place, word.slice(0, dead));
      continue;
    }
    const near = table.judge(word.length, depth);
    if (near !== undefined) found.push({ place, ...near });
    place++;
  }
  return found;
}

function sharedLength(word: string, previous: string, most: number): number {
  let shared = 0;
  while (shared < most && word.charCodeAt(shared) === previous.charCodeAt(shared)) shared++;
  return shared;
}

/** The rows of the distance table of one typed word; row r is about the first r letters of the other word. */
function createTable(typed: string, limit: number) {
  const width = typed.length + 1;
  const over = limit + 1;
  const letters = Uint16Array.from(typed, (_, at) => typed.charCodeAt(at));
  const rows = new Uint8Array((typed.length + limit + 1) * width).fill(over);
  for (let column = 0; column <= Math.min(limit, typed.length); column++) rows[column] = column;

  /** The edits between the first `row` letters of the word and the first `column` typed; above the limit, `over`. */
  const cell = (row: number, column: number, letter: number, before: number): number => {
    const at = row * width + column;
    const typedLetter = letters[column - 1];
    const changed = (rows[at - width - 1] ?? 0) + (letter === typedLetter ? 0 : 1);
    const added = Math.min(rows[at - width] ?? 0, rows[at - 1] ?? 0) + 1;
    const isSwap = before === typedLetter && letter === letters[column - 2];
    return Math.min(changed, added, isSwap ? (rows[at - 2 * width - 2] ?? 0) + 1 : over, over);
  };

  /** Fills one row and gives its smallest cell. */
  const fillRow = (word: string, row: number): number => {
    const letter = word.charCodeAt(row - 1);
    const before = row > 1 ? word.charCodeAt(row - 2) : -1;
    const from = Math.max(1, row - limit);
    const to = Math.min(width - 1, row + limit);
    let smallest = from === 1 ? Math.min(row, over) : over;
    rows[row * width + from - 1] = smallest;
    for (let column = from; column <= to; column++) {
      const cost = cell(row, column, letter, before);
      rows[row * width + column] = cost;
      if (cost < smallest) smallest = cost;
    }
    return smallest;
  };

  return {
    /** Fills the rows after `from` up to `depth`; gives the row at which every cell is over the limit, or 0. */
    fill(word: string, from: number, depth: number): number {
      for (let row = from + 1; row <= depth; row++) {
        if (fillRow(word, row) > limit) return row;
      }
      return 0;
    },
    /** How near the word of that length is, whole or its beginning; undefined when it is not. */
    judge(length: number, depth: number): { distance: number; partial: boolean } | undefined {
      const last = width - 1;
      const whole = length === depth ? (rows[depth * width + last] ?? over) : over;
      if (whole <= limit) return { distance: whole, partial: false };
      let best = over;
      for (let row = Math.max(1, last - limit); row <= depth; row++) {
        best = Math.min(best, rows[row * width + last] ?? over);
      }
      return best <= limit ? { distance: best, partial: true } : undefined;
    },
  };
}

/** The first place after `place` whose word does not begin with `prefix`: galloping, for runs are mostly short. */
function skip(words: readonly string[], place: number, prefix: string): number {
  let step = 1;
  let low = place;
  while (low + step < words.length && words[low + step]?.startsWith(prefix)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(words.length, low + step);
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]?.startsWith(prefix)) low = middle;
    else high = middle;
  }
  return high;
}
