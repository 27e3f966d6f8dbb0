/** A mean or median over fewer films is an accident of these films. */
const ENOUGH = 20;

/** The rows with enough films behind them for a sentence; all rows if none has. */
export function withEnoughFilms<Row>(rows: readonly Row[], filmsOf: (row: Row) => number): readonly Row[] {
  const enough = rows.filter((row) => filmsOf(row) >= ENOUGH);
  return enough.length === 0 ? rows : enough;
}
