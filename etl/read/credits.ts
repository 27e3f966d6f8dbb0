import { addRow, type Batch, count } from './batch.ts';
import { dicts, dictText, dictWhole, id, type Row } from './fields.ts';

export const creditColumns = ['id', 'cast', 'crew'] as const;

/** Takes the cast and the crew of one raw row into the batch. Throws FieldError; nothing is half added. */
export function readCredits(batch: Batch, row: Row, rowNumber: number): void {
  const movie = id(row, 'id');
  const cast = dicts(row, 'cast')
    .map((entry) => ({
      billing: dictWhole(entry, 'order', 'cast') ?? Number.POSITIVE_INFINITY,
      person: dictWhole(entry, 'id', 'cast'),
      name: dictText(entry, 'name', 'cast'),
      character: dictText(entry, 'character', 'cast'),
    }))
    .sort((a, b) => (a.billing < b.billing ? -1 : Number(a.billing > b.billing)));
  const crew = dicts(row, 'crew').map((entry) => ({
    person: dictWhole(entry, 'id', 'crew'),
    name: dictText(entry, 'name', 'crew'),
    department: dictText(entry, 'department', 'crew'),
    job: dictText(entry, 'job', 'crew'),
  }));
  addRow(batch, 'raw_credits', [rowNumber, movie]);
  for (const [position, { person, name, character }] of cast.entries()) {
    if (name === null) count(batch, 'entries_incomplete');
    else addRow(batch, 'raw_cast', [rowNumber, movie, position, person, name, character]);
  }
  for (const [position, { person, name, department, job }] of crew.entries()) {
    if (name === null || job === null) count(batch, 'entries_incomplete');
    else addRow(batch, 'raw_crew', [rowNumber, movie, position, person, name, department, job]);
  }
}
