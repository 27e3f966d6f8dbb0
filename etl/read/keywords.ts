import { addRow, type Batch, count } from './batch.ts';
import { dicts, dictText, dictWhole, id, type Row } from './fields.ts';

export const keywordColumns = ['id', 'keywords'] as const;

/** Takes the keywords of one raw row into the batch. Throws FieldError before it adds anything. */
export function readKeywords(batch: Batch, row: Row, rowNumber: number): void {
  const movie = id(row, 'id');
  const keywords = dicts(row, 'keywords', ['id', 'name']).map(([keyword, name]) => ({
    keyword: dictWhole(keyword, 'id', 'keywords'),
    name: dictText(name, 'name', 'keywords'),
  }));
  addRow(batch, 'raw_keyword_rows', [rowNumber, movie]);
  for (const [position, { keyword, name }] of keywords.entries()) {
    if (keyword === null || name === null) count(batch, 'entries_incomplete');
    else addRow(batch, 'raw_keywords', [rowNumber, movie, position, keyword, name]);
  }
}
