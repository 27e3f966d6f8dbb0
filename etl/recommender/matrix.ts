/** One film's features: parallel arrays, sorted by feature, of unit length. */
export interface Vector {
  features: Int32Array;
  weights: Float64Array;
}

/** The films' features from both sides. Films and features go by their index. */
export interface Matrix {
  vectors: Vector[];
  /** The codes of the features. */
  codes: string[];
  /** For each feature, the films that have it and its weight there. */
  postings: Vector[];
}

export interface FeatureRow {
  movie_id: number;
  code: string;
  weight: number;
}

/** Builds the matrix of `ids` (ascending) from rows sorted by film, and scales each film to unit length. */
export function buildMatrix(ids: readonly number[], rows: readonly FeatureRow[]): Matrix {
  const films = new Map(ids.map((id, index) => [id, index]));
  const codes: string[] = [];
  const index = new Map<string, number>();
  const byFilm: [feature: number, weight: number][][] = ids.map(() => []);
  for (const { movie_id, code, weight } of rows) {
    const feature = index.get(code) ?? codes.push(code) - 1;
    index.set(code, feature);
    byFilm[films.get(movie_id) ?? -1]?.push([feature, weight]);
  }
  const vectors = byFilm.map((entries) => unitVector(entries.sort(([a], [b]) => a - b)));
  return { vectors, codes, postings: transpose(vectors, codes.length) };
}

function unitVector(entries: [number, number][]): Vector {
  const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    features: Int32Array.from(entries, ([feature]) => feature),
    weights: Float64Array.from(entries, ([, weight]) => weight / length),
  };
}

function transpose(vectors: readonly Vector[], width: number): Vector[] {
  const lists: [film: number, weight: number][][] = Array.from({ length: width }, () => []);
  vectors.forEach(({ features, weights }, film) => {
    features.forEach((feature, at) => {
      lists[feature]?.push([film, weights[at] ?? 0]);
    });
  });
  return lists.map((list) => ({
    features: Int32Array.from(list, ([film]) => film),
    weights: Float64Array.from(list, ([, weight]) => weight),
  }));
}
