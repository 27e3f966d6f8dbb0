import { addRow, type Batch, count, listCell } from './batch.ts';
import { dicts, dictText, dictWhole, id, type Row } from './fields.ts';
import type { Picked } from './literal-dicts.ts';

export const creditColumns = ['id', 'cast', 'crew'] as const;

const castKeys = ['id', 'name', 'character', 'order'];
const crewKeys = ['id', 'name', 'department', 'job'];

/** Takes the cast and the crew of one raw row into the batch. Throws FieldError; nothing is half added. */
export function readCredits(batch: Batch, row: Row, rowNumber: number): void {
  const movie = id(row, 'id');
  const cast = inOrder(dicts(row, 'cast', castKeys));
  const crew = dicts(row, 'crew', crewKeys);
  const roles = {
    person_id: cast.map(([person]) => dictWhole(person, 'id', 'cast')),
    name: cast.map(([, name]) => dictText(name, 'name', 'cast')),
    character: cast.map(([, , character]) => dictText(character, 'character', 'cast')),
  };
  const jobs = {
    person_id: crew.map(([person]) => dictWhole(person, 'id', 'crew')),
    name: crew.map(([, name]) => dictText(name, 'name', 'crew')),
    department: crew.map(([, , department]) => dictText(department, 'department', 'crew')),
    job: crew.map(([, , , job]) => dictText(job, 'job', 'crew')),
  };
  addRow(batch, 'raw_credits', [rowNumber, movie]);
  addRow(batch, 'raw_cast_lists', [rowNumber, movie, listCell(roles)]);
  addRow(batch, 'raw_crew_lists', [rowNumber, movie, listCell(jobs)]);
  const nameless = roles.name.filter((name) => name === null);
  const jobless = jobs.job.filter((job, at) => job === null || jobs.name[at] === null);
  count(batch, 'entries_incomplete', nameless.length + jobless.length);
}

/** The cast in the order of its billing, those without one last; the source mostly has it so. */
function inOrder(cast: Picked[]): Picked[] {
  const billing = ([, , , order]: Picked) => dictWhole(order, 'order', 'cast') ?? Number.POSITIVE_INFINITY;
  const orders = cast.map(billing);
  if (orders.every((order, at) => order >= (orders[at - 1] ?? 0))) return cast;
  return cast.toSorted((a, b) => (billing(a) < billing(b) ? -1 : Number(billing(a) > billing(b))));
}
