import { wording } from '../wording.ts';
import { addRow, type Batch, listCell } from './batch.ts';
import {
  addCount,
  addFault,
  cellValue,
  dicts,
  dictText,
  dictWhole,
  id,
  type Row,
  rawCell,
  squeeze,
  text,
} from './cells.ts';
import type { Picked } from './list-cells.ts';

export const creditColumns = ['id', 'cast', 'crew'] as const;

const castKeys = ['id', 'name', 'character', 'order', 'gender'];
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
    // Old files have none: only 1 and 2 mean something, and nothing else is a fault.
    gender: cast.map(([, , , , gender]) => [1, 2].find((code) => code === Number(gender)) ?? null),
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

export const textColumns = ['tmdb_id', 'titulo_es_419', 'titulo_es_es', 'sinopsis_es'] as const;

/** Adds our Spanish titles (separated by |) and synopsis of a film to the batch, unless the row has faults. */
export function readTexts(batch: Batch, row: Row): void {
  const movie = id(row, 'tmdb_id');
  if (row.faults.length > 0) return;
  addRow(batch, 'raw_synopses', [row.number, movie, text(row, 'sinopsis_es')]);
  addTitles(batch, row.number, movie, 'es-419', text(row, 'titulo_es_419') ?? '');
  addTitles(batch, row.number, movie, 'es-ES', text(row, 'titulo_es_es') ?? '');
}

function addTitles(batch: Batch, rowNumber: number, movie: number, language: string, names: string): void {
  const titles = names
    .split('|')
    .map(squeeze)
    .filter((title) => title !== null);
  for (const [position, title] of titles.entries())
    addRow(batch, 'raw_aliases', [rowNumber, movie, language, position, title]);
}

/** MovieLens' highest rating, in stars. */
export const MAX_STARS = 5;

/** Checks a row of links.csv. A missing TMDB id is not a fault. */
export function checkLink(_batch: Batch, row: Row): void {
  checkPlainNumber(row, 'movieId');
  if (cellValue(rawCell(row, 'tmdbId')) !== '') checkPlainNumber(row, 'tmdbId');
}

/** Checks a row of ratings. */
export function checkRating(_batch: Batch, row: Row): void {
  checkPlainNumber(row, 'userId');
  checkPlainNumber(row, 'movieId');
  checkPlainNumber(row, 'rating', MAX_STARS);
}

/** Requires a number that the recommender's readNumbers can parse: digits with an optional point or decimal comma. */
function checkPlainNumber(row: Row, column: string, max = Number.POSITIVE_INFINITY): void {
  const cell = rawCell(row, column);
  if (!/^ *\d+(?:[.,]\d*)?$/.test(cell)) addFault(row, column, wording.notPlainNumber);
  else if (Number(cell.replace(',', '.')) > max) addFault(row, column, wording.outOfRange(max));
}
