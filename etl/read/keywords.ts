import { addRow, type Batch, listCell } from './batch.ts';
import { addCount, dicts, dictText, dictWhole, id, type Row } from './cells.ts';

export const keywordColumns = ['id', 'keywords'] as const;

/** Adds the keywords of a raw row to the batch, unless the row has faults. */
export function readKeywords(batch: Batch, row: Row): void {
  const movie = id(row, 'id');
  const keywords = dicts(row, 'keywords', ['id', 'name']).map(([keyword, name]) => ({
    id: dictWhole(row, 'keywords', 'id', keyword),
    name: dictText(row, 'keywords', 'name', name),
  }));
  const complete = keywords.filter((keyword) => keyword.id !== null && keyword.name !== null);
  const entries = listCell({
    id: complete.map((keyword) => keyword.id),
    name: complete.map(({ name }) => name),
  });
  if (row.faults.length > 0) return;
  addRow(batch, 'raw_keywords', [row.number, movie, entries]);
  addCount(row, 'entries_incomplete', keywords.length - complete.length);
}
