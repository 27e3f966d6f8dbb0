import type { People } from './people.ts';

/** A solved EASE model. Only films that somebody rated high enough have a column. */
export interface Ease {
  /** `films`: the catalogue index of each column. `columns`: the column of each film, -1 if it has none. */
  films: Int32Array;
  columns: Int32Array;
  /** Fills `into` with V[column,j] = x_column' K x_j for every j, where K = (X X' + lambda I)^-1. */
  row(column: number, into: Float64Array): void;
  /** x_j' K x_j of each column. */
  diagonal: Float64Array;
}

/**
 * Solves EASE (H. Steck, Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019) with a matrix of people by
 * people: by Woodbury's identity P = (X'X + lambda I)^-1 = (I - V) / lambda with V = X' K X, so that off the diagonal
 * B[i,j] = -P[i,j] / P[j,j] = V[i,j] / (1 - V[j,j]).
 * X holds 1 where a person's stars are at least `least`. Memory: people x (people + films with a column) doubles.
 */
export function solveEase(people: People, least: number, lambda: number): Ease {
  const { lists, films, columns } = binary(people, least);
  const size = lists.length;
  const width = films.length;
  const kernel = invert(gram(lists, width), lambda);
  const product = new Float64Array(size * width);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const weight = kernel[a * size + b] as number;
      for (const column of lists[b] ?? []) {
        const at = a * width + column;
        product[at] = (product[at] as number) + weight;
      }
    }
  }
  const fans: number[][] = Array.from({ length: width }, () => []);
  lists.forEach((list, person) => {
    for (const column of list) fans[column]?.push(person);
  });
  const row = (column: number, into: Float64Array) => {
    into.fill(0);
    for (const person of fans[column] ?? []) {
      const from = person * width;
      for (let j = 0; j < width; j++) into[j] = (into[j] as number) + (product[from + j] as number);
    }
  };
  const diagonal = Float64Array.from({ length: width }, (_, column) =>
    (fans[column] ?? []).reduce((sum, person) => sum + (product[person * width + column] as number), 0),
  );
  return { films, columns, row, diagonal };
}

function binary({ count, films, starts, rated, stars }: People, least: number) {
  const columns = new Int32Array(films).fill(-1);
  const found: number[] = [];
  const lists: number[][] = [];
  for (let person = 0; person < count; person++) {
    const list: number[] = [];
    for (let at = starts[person] as number; at < (starts[person + 1] as number); at++) {
      const film = rated[at] as number;
      if ((stars[at] as number) < least) continue;
      if (columns[film] === -1) columns[film] = found.push(film) - 1;
      list.push(columns[film] as number);
    }
    lists.push(list);
  }
  return { lists, films: Int32Array.from(found), columns };
}

/** X X': the number of films that each two people share. */
function gram(lists: readonly number[][], width: number): Float64Array {
  const size = lists.length;
  const shared = new Float64Array(size * size);
  const own = new Uint8Array(width);
  lists.forEach((list, a) => {
    for (const column of list) own[column] = 1;
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (const column of lists[b] ?? []) sum += own[column] as number;
      shared[a * size + b] = sum;
      shared[b * size + a] = sum;
    }
    for (const column of list) own[column] = 0;
  });
  return shared;
}

/** (A + lambda I)^-1 of a positive semidefinite matrix by Gauss-Jordan elimination; it needs no pivoting. */
export function invert(matrix: Float64Array, lambda: number): Float64Array {
  const size = Math.sqrt(matrix.length);
  const a = matrix.slice();
  for (let i = 0; i < size; i++) a[i * size + i] = (a[i * size + i] as number) + lambda;
  for (let k = 0; k < size; k++) {
    const from = k * size;
    const pivot = 1 / (a[from + k] ?? 1);
    a[from + k] = 1;
    for (let j = 0; j < size; j++) a[from + j] = (a[from + j] as number) * pivot;
    for (let i = 0; i < size; i++) {
      if (i !== k) eliminate(a, size, i * size, from, k);
    }
  }
  return a;
}

function eliminate(a: Float64Array, size: number, row: number, from: number, k: number): void {
  const factor = a[row + k] as number;
  if (factor === 0) return;
  a[row + k] = 0;
  for (let j = 0; j < size; j++) a[row + j] = (a[row + j] as number) - factor * (a[from + j] as number);
}
