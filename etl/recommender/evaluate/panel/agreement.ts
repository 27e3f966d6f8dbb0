/** Two scores of the same pick, 0 to 2, by two people. */
export type BothScores = readonly [number, number];

/** The share of equal scores, and Cohen's kappa with quadratic weights (1968): 1 if all are equal, 0 as by chance. */
export function agreement(both: readonly BothScores[]): { equal: number; kappa: number } {
  const distance = (a: number, b: number) => (a - b) ** 2;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const observed = sum(both.map(([a, b]) => distance(a, b))) / both.length;
  const expected = sum(both.flatMap(([a]) => both.map(([, b]) => distance(a, b)))) / both.length ** 2;
  return {
    equal: both.filter(([a, b]) => a === b).length / both.length,
    kappa: expected === 0 ? 1 : 1 - observed / expected,
  };
}
