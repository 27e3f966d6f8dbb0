import { addRow, type Batch, count, listCell } from './batch.ts';
import { dicts, dictText, dictWhole, id, type Row } from './fields.ts';

export const keywordColumns = ['id', 'keywords'] as const;

/** Takes the keywords of one raw row into the batch. Throws FieldError before it adds anything. */
export function readKeywords(batch: Batch, row: Row, rowNumber: number): void {
  const movie = id(row, 'id');
  const keywords = dicts(row, 'keywords', ['id', 'name']).map(([keyword, name]) => ({
    id: dictWhole(keyword, 'id', 'keywords'),
    name: dictText(name, 'name', 'keywords'),
  }));
  const whole = keywords.filter((keyword) => keyword.id !== null && keyword.name !== null);
  const entries = listCell({ id: whole.map((keyword) => keyword.id), name: whole.map(({ name }) => name) });
  addRow(batch, 'raw_keywords', [rowNumber, movie, entries]);
  count(batch, 'entries_incomplete', keywords.length - whole.length);
}
