import { addRow, type Batch, listCell } from './batch.ts';
import { dicts, dictText, dictWhole, id, note, type Row } from './fields.ts';

export const keywordColumns = ['id', 'keywords'] as const;

/** Takes the keywords of one raw row into the batch, unless the row has faults. */
export function readKeywords(batch: Batch, row: Row): void {
  const movie = id(row, 'id');
  const keywords = dicts(row, 'keywords', ['id', 'name']).map(([keyword, name]) => ({
    id: dictWhole(row, 'keywords', 'id', keyword),
    name: dictText(row, 'keywords', 'name', name),
  }));
  const whole = keywords.filter((keyword) => keyword.id !== null && keyword.name !== null);
  const entries = listCell({ id: whole.map((keyword) => keyword.id), name: whole.map(({ name }) => name) });
  if (row.faults.length > 0) return;
  addRow(batch, 'raw_keywords', [row.number, movie, entries]);
  note(row, 'entries_incomplete', keywords.length - whole.length);
}
