import { ENOUGH_FILMS } from '../catalogue/versus.ts';

/** The rows with enough films behind them for a sentence; all rows if none has. */
export function withEnoughFilms<Row>(rows: readonly Row[], filmsOf: (row: Row) => number): readonly Row[] {
  const enough = rows.filter((row) => filmsOf(row) >= ENOUGH_FILMS);
  return enough.length === 0 ? rows : enough;
}
