/** A film with what it scored. */
export interface Scored {
  film: number;
  score: number;
}

const better = (a: Scored, b: Scored) => b.score - a.score || a.film - b.film;

/** The `size` films of the highest score above 0, best first; of equal ones the film that comes first. */
export function top(films: Iterable<number>, score: (film: number) => number, size: number): Scored[] {
  let kept: Scored[] = [];
  let bar = 0;
  for (const film of films) {
    const value = score(film);
    if (!(value > 0) || value < bar) continue;
    kept.push({ film, score: value });
    if (kept.length >= 4 * size) {
      kept = kept.sort(better).slice(0, size);
      bar = kept.at(-1)?.score ?? 0;
    }
  }
  return kept.sort(better).slice(0, size);
}
