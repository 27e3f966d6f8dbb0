import { csvLine } from './csv-line.ts';
import { type Film, movieColumns } from './film.ts';

/** A film whose overview held a line break outside quotes: its row ends there, and the next one begins there. */
export function cutInTwo(film: Film): string {
  const overviewAt = movieColumns.indexOf('overview');
  const cells = movieColumns.map((column) => film[column]);
  return (
    csvLine([...cells.slice(0, overviewAt), 'A quiet story']) +
    csvLine([' that goes on below.', ...cells.slice(overviewAt + 1)])
  );
}
