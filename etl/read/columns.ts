import type { SourceKind } from '../source.ts';
import type { Batch } from './batch.ts';
import type { Row } from './cells.ts';
import { movieColumns, readMovie } from './movies.ts';
import {
  checkLink,
  checkRating,
  creditColumns,
  keywordColumns,
  readCredits,
  readKeywords,
  readTexts,
  textColumns,
} from './rows.ts';

/** The columns that the ETL reads, by kind of file. */
const columns: Record<SourceKind, readonly string[]> = {
  movies: movieColumns,
  credits: creditColumns,
  keywords: keywordColumns,
  texts: textColumns,
  words: ['keyword_id', 'palabra_es'],
  links: ['movieId', 'tmdbId'],
  ratings: ['userId', 'movieId', 'rating'],
};

export const kinds = Object.keys(columns) as SourceKind[];

/** A file must have one column of each group. Other missing columns count as blank. */
export const neededColumns: Record<SourceKind, readonly (readonly string[])[]> = {
  movies: [['id'], ['title', 'original_title']],
  credits: [['id'], ['cast', 'crew']],
  keywords: [['id'], ['keywords']],
  texts: [['tmdb_id'], ['titulo_es_419', 'titulo_es_es', 'sinopsis_es']],
  words: [['keyword_id'], ['palabra_es']],
  links: [['movieId'], ['tmdbId']],
  ratings: [['userId'], ['movieId'], ['rating']],
};

/** Alternative names of a column. */
const aliases: Record<string, readonly string[]> = { id: ['movie_id', 'tmdb_id'] };

const normalise = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

/**
 * The canonical name of each column, ignoring case and punctuation; '' if the column is not read. An alias counts only if no
 * column has the canonical name.
 */
export function canonicalNames(kind: SourceKind, header: readonly string[]): string[] {
  const written = header.map(normalise);
  const places = new Map<number, string>();
  for (const name of columns[kind]) {
    const spelling = [name, ...(aliases[name] ?? [])].map(normalise).find((other) => written.includes(other));
    written.forEach((other, at) => {
      if (other === spelling) places.set(at, name);
    });
  }
  return header.map((_, at) => places.get(at) ?? '');
}

/** The columns of a kind that are present in a header. */
export function presentColumns(kind: SourceKind, header: readonly string[]): string[] {
  const found = canonicalNames(kind, header);
  return columns[kind].filter((name) => found.includes(name));
}

/** The columns of a kind that are missing from a header. */
export function missingColumns(kind: SourceKind, header: readonly string[]): string[] {
  const found = canonicalNames(kind, header);
  return columns[kind].filter((name) => !found.includes(name));
}

/**
 * Adds a row to the batch, or adds faults to the row, by kind of file. Ratings and links are only checked here: the recommender
 * reads them itself.
 */
export const readers: Partial<Record<SourceKind, (batch: Batch, row: Row) => void>> = {
  movies: readMovie,
  credits: readCredits,
  keywords: readKeywords,
  texts: readTexts,
  links: checkLink,
  ratings: checkRating,
};
