import { decodeHTML } from 'entities';
import { wording } from '../wording.ts';
import { addRow, type Batch, type Cell, listCell } from './batch.ts';
import {
  addCount,
  addFault,
  day,
  decimal,
  dict,
  dicts,
  dictText,
  dictWhole,
  id,
  type Row,
  rawCell,
  squeeze,
  text,
  truth,
  whole,
} from './cells.ts';

const INTEGER_MAX = 2_147_483_647;

/** The columns that the ETL reads: all except `video`. */
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

/** Adds a raw film to the batch, unless the row has faults. */
export function readMovie(batch: Batch, row: Row): void {
  const film = readFilm(row);
  const lists = [
    readList(row, 'genres'),
    readList(row, 'production_companies'),
    readCodes(row, 'production_countries', 'iso_3166_1', true),
    readCodes(row, 'spoken_languages', 'iso_639_1', false),
  ];
  if (row.faults.length === 0) addRow(batch, 'raw_movies', [row.number, ...film, ...lists]);
}

function readFilm(row: Row): Cell[] {
  const original = name(row, 'original_title');
  const title = name(row, 'title') ?? original ?? nameLikeBlank(row);
  if (title === null) addFault(row, 'title', wording.noTitle);
  const collection = dict(row, 'belongs_to_collection');
  const collectionName = collection && dictText(row, 'belongs_to_collection', 'name', collection.name);
  const cells: Cell[] = [
    id(row, 'id'),
    title,
    orElse(row, original, title),
    day(row, 'release_date'),
    whole(row, 'runtime', INTEGER_MAX) || null,
    BigInt(orElse(row, whole(row, 'budget'), 0)),
    BigInt(orElse(row, whole(row, 'revenue'), 0)),
    orElse(row, decimal(row, 'popularity'), 0),
    orElse(row, decimal(row, 'vote_average', 10), 0),
    orElse(row, whole(row, 'vote_count', INTEGER_MAX), 0),
    overview(row),
    prose(row, 'tagline'),
    text(row, 'status'),
    orElse(row, truth(row, 'adult'), false),
    matching(row, 'original_language', /^[a-z]{2}$/),
    matching(row, 'imdb_id', /^tt\d+$/),
    matching(row, 'poster_path', /^\/\S+$/),
    matching(row, 'homepage', /^https?:\/\/\S+$/i),
    collection && collectionName && dictWhole(row, 'belongs_to_collection', 'id', collection.id),
    collectionName,
  ];
  if (text(row, 'title') === null) addCount(row, 'imputed');
  return cells;
}

/** A text for readers: HTML entities, escaped once or twice by the source, are decoded. */
function prose(row: Row, column: string): string | null {
  const raw = text(row, column);
  if (raw?.includes('&') !== true) return raw;
  // An entity may be a blank.
  return decodeHTML(decodeHTML(raw)).trim() || null;
}

/** A title on one line. */
function name(row: Row, column: string): string | null {
  const title = prose(row, column);
  return title !== null && /[\p{Cc}\u2028\u2029]/u.test(title) ? squeeze(title) : title;
}

/** A title that is a word for "no value", such as None: a real title if both title columns have it. */
function nameLikeBlank(row: Row): string | null {
  const title = rawCell(row, 'title').trim();
  return title !== '' && title === rawCell(row, 'original_title').trim() ? title : null;
}

/** The overview. A sentence such as "No overview found." becomes null and is counted. */
function overview(row: Row): string | null {
  const value = prose(row, 'overview');
  if (value === null || !/^no overview(?: (?:found|yet|available))?\.?$/iu.test(value)) return value;
  addCount(row, 'blanked');
  return null;
}

/** Replaces a blank cell and counts it. */
function orElse<Value extends Cell>(row: Row, value: Value | null, substitute: Value): Value {
  if (value !== null) return value;
  addCount(row, 'imputed');
  return substitute;
}

/** A text of a known form. Any other text becomes null and is counted. */
function matching(row: Row, column: string, form: RegExp): string | null {
  const value = text(row, column);
  if (value === null || form.test(value)) return value;
  addCount(row, 'blanked');
  return null;
}

function readList(row: Row, column: string): Cell {
  const entries = dicts(row, column, ['id', 'name']).map(([number, name]) => ({
    key: dictWhole(row, column, 'id', number),
    name: dictText(row, column, 'name', name),
  }));
  const complete = onlyComplete(row, entries);
  return listCell({ id: complete.map(({ key }) => key), name: complete.map(({ name }) => name) });
}

function readCodes(row: Row, column: string, key: string, needsName: boolean): Cell {
  const entries = dicts(row, column, [key, 'name']).map(([code, name]) => ({
    key: dictText(row, column, key, code),
    name: dictText(row, column, 'name', name),
  }));
  const complete = onlyComplete(row, entries, needsName);
  return listCell({ code: complete.map((entry) => entry.key), name: complete.map(({ name }) => name) });
}

interface Entry {
  key: Cell;
  name: string | null;
}

/** Drops entries without an id or code, or without a required name, and counts them. */
function onlyComplete(row: Row, entries: Entry[], needsName = true): Entry[] {
  const kept = entries.filter(({ key, name }) => key !== null && !(needsName && name === null));
  addCount(row, 'entries_incomplete', entries.length - kept.length);
  return kept;
}
