import { addRow, type Batch, count, listCell } from './batch.ts';
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
      cells: [
        dictWhole(person, 'id', 'cast'),
        dictText(name, 'name', 'cast'),
        dictText(character, 'character', 'cast'),
      ],
    }))
    .sort((a, b) => (a.billing < b.billing ? -1 : Number(a.billing > b.billing)))
    .map(({ cells }) => cells);
  const crew = dicts(row, 'crew', crewKeys).map(([person, name, department, job]) => [
    dictWhole(person, 'id', 'crew'),
    dictText(name, 'name', 'crew'),
    dictText(department, 'department', 'crew'),
    dictText(job, 'job', 'crew'),
  ]);
  addRow(batch, 'raw_credits', [rowNumber, movie]);
  addRow(batch, 'raw_cast_lists', [rowNumber, movie, listCell(['person_id', 'name', 'character'], cast)]);
  addRow(batch, 'raw_crew_lists', [
    rowNumber,
    movie,
    listCell(['person_id', 'name', 'department', 'job'], crew),
  ]);
  count(batch, 'entries_incomplete', cast.filter(([, name]) => name === null).length);
  count(batch, 'entries_incomplete', crew.filter(([, name, , job]) => name === null || job === null).length);
}
