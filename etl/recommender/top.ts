/** A film with its score. */
export interface Scored {
  film: number;
  score: number;
}

const better = (a: Scored, b: Scored) => b.score - a.score || a.film - b.film;

/** The `size` films with the highest scores above 0, best first; ties go to the lower index. */
export function top(films: Iterable<number>, score: (film: number) => number, size: number): Scored[] {
  // A heap whose root is the worst film kept: one comparison rejects most films.
  const heap: Scored[] = [];
  for (const film of films) {
    const value = score(film);
    if (!(value > 0)) continue;
    const worst = heap[0];
    if (heap.length < size) siftUp(heap, { film, score: value });
    else if (worst !== undefined && (value > worst.score || (value === worst.score && film < worst.film)))
      siftDown(heap, { film, score: value });
  }
  return heap.sort(better);
}

/** Adds a film at the end of the heap and sifts it up. */
function siftUp(heap: Scored[], one: Scored): void {
  let at = heap.push(one) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] as Scored;
    if (better(parent, one) > 0) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = one;
}

/** Replaces the root and sifts it down. */
function siftDown(heap: Scored[], one: Scored): void {
  let at = 0;
  for (let below = 1; below < heap.length; below = 2 * at + 1) {
    const right = heap[below + 1];
    if (right !== undefined && better(right, heap[below] as Scored) > 0) below++;
    const child = heap[below] as Scored;
    if (better(child, one) <= 0) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = one;
}
