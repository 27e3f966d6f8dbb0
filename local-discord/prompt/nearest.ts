import { fold } from './fold.ts';

const MOST_CHANGES = 3;
const MOST_NAMES = 3;

/** Returns up to three names that a mistyped one may have meant, the nearest first. */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const wanted = fold(typed);
  return names
    .map((name) => ({ name, far: name.includes(wanted) && wanted.length > 2 ? 0 : changes(wanted, name) }))
    .filter(({ far }) => far <= Math.min(MOST_CHANGES, Math.ceil(wanted.length / 2)))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}

/** Returns how many letters must be put, taken or changed to make one word of the other. */
function changes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= to.length; at++) {
      const replaced = (row[at - 1] ?? 0) + (to[at - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
