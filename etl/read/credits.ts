import { addRow, type Batch, listCell } from './batch.ts';
import { addCount, dicts, dictText, dictWhole, id, type Row } from './cells.ts';
import type { Picked } from './list-cells.ts';

export const creditColumns = ['id', 'cast', 'crew'] as const;

const castKeys = ['id', 'name', 'character', 'order'];
const crewKeys = ['id', 'name', 'department', 'job'];

/** Adds the cast and the crew of a raw row to the batch, unless the row has faults. */
export function readCredits(batch: Batch, row: Row): void {
  const movie = id(row, 'id');
  const cast = sortByBilling(row, dicts(row, 'cast', castKeys));
  const crew = dicts(row, 'crew', crewKeys);
  const roles = {
    person_id: cast.map(([person]) => dictWhole(row, 'cast', 'id', person)),
    name: cast.map(([, name]) => dictText(row, 'cast', 'name', name)),
    character: cast.map(([, , character]) => dictText(row, 'cast', 'character', character)),
  };
  const jobs = {
    person_id: crew.map(([person]) => dictWhole(row, 'crew', 'id', person)),
    name: crew.map(([, name]) => dictText(row, 'crew', 'name', name)),
    department: crew.map(([, , department]) => dictText(row, 'crew', 'department', department)),
    job: crew.map(([, , , job]) => dictText(row, 'crew', 'job', job)),
  };
  if (row.faults.length > 0) return;
  addRow(batch, 'raw_credits', [row.number, movie]);
  addRow(batch, 'raw_cast_lists', [row.number, movie, listCell(roles)]);
  addRow(batch, 'raw_crew_lists', [row.number, movie, listCell(jobs)]);
  const withoutName = roles.name.filter((name) => name === null);
  const incompleteJobs = jobs.job.filter((job, at) => job === null || jobs.name[at] === null);
  addCount(row, 'entries_incomplete', withoutName.length + incompleteJobs.length);
}

/** The cast in billing order, entries without an order last. The source is mostly in this order already. */
function sortByBilling(row: Row, cast: Picked[]): Picked[] {
  const billing = ([, , , order]: Picked) =>
    dictWhole(row, 'cast', 'order', order) ?? Number.POSITIVE_INFINITY;
  const orders = cast.map(billing);
  if (orders.every((order, at) => order >= (orders[at - 1] ?? 0))) return cast;
  return cast.toSorted((a, b) => (billing(a) < billing(b) ? -1 : Number(billing(a) > billing(b))));
}
