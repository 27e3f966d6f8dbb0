import { expect, it } from 'vitest';
import { solveEase } from '../../../etl/recommender/features/ease.ts';
import { packPeople } from '../../../etl/recommender/features/people.ts';

it("EASE solved by people equals the paper's solution by items", () => {
  const liked = [[0, 1, 2], [0, 1], [1, 3], [0, 3], [2]];
  const people = packPeople(
    4,
    liked.map((films) => films.map((film) => [film, 5] as [number, number])),
  );
  const lambda = 2;
  const { films, columns, row, diagonal } = solveEase(people, 4, lambda);
  const p = inverseOfItems(liked, 4, lambda);
  const values = new Float64Array(films.length);
  const at = (film: number) => columns[film] as number;
  const ours = [0, 1, 2, 3].map((i) => {
    row(at(i), values);
    return [0, 1, 2, 3].map((j) => (values[at(j)] as number) / (1 - (diagonal[at(j)] as number)));
  });
  for (const [i, j] of [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].map((b) => [a, b] as const))) {
    const theirs = -(p[i]?.[j] as number) / (p[j]?.[j] as number);
    if (i !== j) expect(ours[i]?.[j]).toBeCloseTo(theirs, 10);
  }
});

/** (X'X + lambda I)^-1 by Gauss and Jordan on plain arrays. */
function inverseOfItems(liked: number[][], size: number, lambda: number): number[][] {
  const items = Array.from({ length: size }, (_, item) => item);
  const shared = (i: number, j: number) => liked.filter((own) => own.includes(i) && own.includes(j)).length;
  const rows = items.map((i) => [
    ...items.map((j) => shared(i, j) + (i === j ? lambda : 0)),
    ...items.map((j) => (i === j ? 1 : 0)),
  ]);
  for (const k of items) {
    const pivot = (rows[k] as number[]).map((value) => value / (rows[k]?.[k] as number));
    rows.forEach((row, i) => {
      const factor = row[k] as number;
      rows[i] = i === k ? pivot : row.map((value, j) => value - factor * (pivot[j] as number));
    });
  }
  return rows.map((row) => row.slice(size));
}
