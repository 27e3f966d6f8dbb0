import { distance } from 'fastest-levenshtein';
import { fold } from './read-line.ts';

const MAX_DISTANCE = 3;
const MAX_NAMES = 3;

/** Returns up to three names similar to a mistyped name, the most similar first. */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const folded = fold(typed);
  const limit = Math.min(MAX_DISTANCE, Math.ceil(folded.length / 2));
  return names
    .map((name) => ({
      name,
      edits: name.includes(folded) && folded.length > 2 ? 0 : distance(folded, name),
    }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, MAX_NAMES)
    .map(({ name }) => name);
}
