import { decodeHTML } from 'entities';
import { wording } from '../report.ts';
import { addRow, type Batch, type Cell, count, listCell } from './batch.ts';
import {
  day,
  decimal,
  dict,
  dicts,
  dictText,
  dictWhole,
  FieldError,
  id,
  type Row,
  text,
  truth,
  whole,
} from './fields.ts';

const INTEGER_MAX = 2_147_483_647;

/** The columns that are read: all but `video`. */
export const movieColumns = [
  'adult',
  'belongs_to_collection',
  'budget',
  'genres',
  'homepage',
  'id',
  'imdb_id',
  'original_language',
  'original_title',
  'overview',
  'popularity',
  'poster_path',
  'production_companies',
  'production_countries',
  'release_date',
  'revenue',
  'runtime',
  'spoken_languages',
  'status',
  'tagline',
  'title',
  'vote_average',
  'vote_count',
] as const;

/** Takes one raw film into the batch. Throws FieldError before it adds anything. */
export function readMovie(batch: Batch, row: Row, rowNumber: number): void {
  const lists = [
    readList(batch, row, 'genres'),
    readList(batch, row, 'production_companies'),
    readCodes(batch, row, 'production_countries', 'iso_3166_1', true),
    readCodes(batch, row, 'spoken_languages', 'iso_639_1', false),
  ];
  addRow(batch, 'raw_movies', [rowNumber, ...readFilm(batch, row), ...lists]);
}

function readFilm(batch: Batch, row: Row): Cell[] {
  const title = prose(row, 'title') ?? prose(row, 'original_title');
  if (title === null) throw new FieldError('title', wording.noTitle);
  const collection = dict(row, 'belongs_to_collection');
  const collectionName = collection && dictText(collection.name, 'name', 'belongs_to_collection');
  const cells: Cell[] = [
    id(row, 'id'),
    title,
    orElse(batch, prose(row, 'original_title'), title),
    day(row, 'release_date'),
    whole(row, 'runtime', INTEGER_MAX) || null,
    BigInt(orElse(batch, whole(row, 'budget'), 0)),
    BigInt(orElse(batch, whole(row, 'revenue'), 0)),
    orElse(batch, decimal(row, 'popularity'), 0),
    orElse(batch, decimal(row, 'vote_average', 10), 0),
    orElse(batch, whole(row, 'vote_count', INTEGER_MAX), 0),
    overview(batch, row),
    prose(row, 'tagline'),
    text(row, 'status'),
    orElse(batch, truth(row, 'adult'), false),
    matching(batch, row, 'original_language', /^[a-z]{2}$/),
    matching(batch, row, 'imdb_id', /^tt\d+$/),
    matching(batch, row, 'poster_path', /^\/\S+$/),
    matching(batch, row, 'homepage', /^https?:\/\/\S+$/i),
    collection && collectionName && dictWhole(collection.id, 'id', 'belongs_to_collection'),
    collectionName,
  ];
  if (text(row, 'title') === null) count(batch, 'imputed');
  return cells;
}

/** A text for readers: what the source escaped for HTML, once or twice, is written out. */
function prose(row: Row, column: string): string | null {
  const value = text(row, column);
  return value?.includes('&') === true ? decodeHTML(decodeHTML(value)) : value;
}

/** The overview; what only says that there is none becomes null and is counted. */
function overview(batch: Batch, row: Row): string | null {
  const value = prose(row, 'overview');
  if (value === null || !/^no overview(?: (?:found|yet|available))?\.?$/iu.test(value)) return value;
  count(batch, 'blanked');
  return null;
}

/** Fills a blank cell and counts it. */
function orElse<Value extends Cell>(batch: Batch, value: Value | null, substitute: Value): Value {
  if (value !== null) return value;
  count(batch, 'imputed');
  return substitute;
}

/** A text of a known form; another is worth nothing to a reader: it becomes null and is counted. */
function matching(batch: Batch, row: Row, column: string, form: RegExp): string | null {
  const value = text(row, column);
  if (value === null || form.test(value)) return value;
  count(batch, 'blanked');
  return null;
}

function readList(batch: Batch, row: Row, column: string): Cell {
  const entries = dicts(row, column, ['id', 'name']).map(([number, name]) => ({
    key: dictWhole(number, 'id', column),
    name: dictText(name, 'name', column),
  }));
  const whole = onlyWhole(batch, entries);
  return listCell({ id: whole.map(({ key }) => key), name: whole.map(({ name }) => name) });
}

function readCodes(batch: Batch, row: Row, column: string, key: string, named: boolean): Cell {
  const entries = dicts(row, column, [key, 'name']).map(([code, name]) => ({
    key: dictText(code, key, column),
    name: dictText(name, 'name', column),
  }));
  const whole = onlyWhole(batch, entries, named);
  return listCell({ code: whole.map((entry) => entry.key), name: whole.map(({ name }) => name) });
}

interface Entry {
  key: Cell;
  name: string | null;
}

/** Leaves out entries without an id or a code, or without a name where they need one, and counts them. */
function onlyWhole(batch: Batch, entries: Entry[], named = true): Entry[] {
  const kept = entries.filter(({ key, name }) => key !== null && !(named && name === null));
  count(batch, 'entries_incomplete', entries.length - kept.length);
  return kept;
}
