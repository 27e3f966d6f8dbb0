import { addRow, type Batch } from './batch.ts';
import { id, type Row, text } from './fields.ts';

export const textColumns = ['tmdb_id', 'titulo_es_419', 'titulo_es_es', 'sinopsis_es'] as const;

/** Takes our Spanish titles (several separated by |) and synopsis of one film into the batch. */
export function readTexts(batch: Batch, row: Row, rowNumber: number): void {
  const movie = id(row, 'tmdb_id');
  addRow(batch, 'raw_synopses', [rowNumber, movie, text(row, 'sinopsis_es')]);
  addTitles(batch, rowNumber, movie, 'es-419', row('titulo_es_419'));
  addTitles(batch, rowNumber, movie, 'es-ES', row('titulo_es_es'));
}

function addTitles(batch: Batch, rowNumber: number, movie: number, language: string, names: string): void {
  const titles = names
    .split('|')
    .map((title) => title.trim())
    .filter((title) => title !== '');
  for (const [position, title] of titles.entries())
    addRow(batch, 'raw_aliases', [rowNumber, movie, language, position, title]);
}
