import { addRow, type Batch } from './batch.ts';
import { id, type Row, squeeze, text } from './cells.ts';

export const textColumns = ['tmdb_id', 'titulo_es_419', 'titulo_es_es', 'sinopsis_es'] as const;

/** Adds our Spanish titles (separated by |) and synopsis of a film to the batch, unless the row has faults. */
export function readTexts(batch: Batch, row: Row): void {
  const movie = id(row, 'tmdb_id');
  if (row.faults.length > 0) return;
  addRow(batch, 'raw_synopses', [row.number, movie, text(row, 'sinopsis_es')]);
  addTitles(batch, row.number, movie, 'es-419', text(row, 'titulo_es_419') ?? '');
  addTitles(batch, row.number, movie, 'es-ES', text(row, 'titulo_es_es') ?? '');
}

function addTitles(batch: Batch, rowNumber: number, movie: number, language: string, names: string): void {
  const titles = names
    .split('|')
    .map(squeeze)
    .filter((title) => title !== null);
  for (const [position, title] of titles.entries())
    addRow(batch, 'raw_aliases', [rowNumber, movie, language, position, title]);
}
