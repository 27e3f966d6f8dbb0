import { addRow, type Batch, count } from './batch.ts';
import { dicts, dictText, dictWhole, id, type Row } from './fields.ts';

export const creditColumns = ['id', 'cast', 'crew'] as const;

const castKeys = ['order', 'id', 'name', 'character'];
const crewKeys = ['id', 'name', 'department', 'job'];

/** Takes the cast and the crew of one raw row into the batch. Throws FieldError; nothing is half added. */
export function readCredits(batch: Batch, row: Row, rowNumber: number): void {
  const movie = id(row, 'id');
  const cast = dicts(row, 'cast', castKeys)
    .map(([order, person, name, character]) => ({
      billing: dictWhole(order, 'order', 'cast') ?? Number.POSITIVE_INFINITY,
      person: dictWhole(person, 'id', 'cast'),
      name: dictText(name, 'name', 'cast'),
      character: dictText(character, 'character', 'cast'),
    }))
    .sort((a, b) => (a.billing < b.billing ? -1 : Number(a.billing > b.billing)));
  const crew = dicts(row, 'crew', crewKeys).map(([person, name, department, job]) => ({
    person: dictWhole(person, 'id', 'crew'),
    name: dictText(name, 'name', 'crew'),
    department: dictText(department, 'department', 'crew'),
    job: dictText(job, 'job', 'crew'),
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
