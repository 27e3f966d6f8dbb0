import type { SourceKind } from '../source.ts';
import type { Batch } from './batch.ts';
import { creditColumns, readCredits } from './credits.ts';
import type { Row } from './fields.ts';
import { keywordColumns, readKeywords } from './keywords.ts';
import { movieColumns, readMovie } from './movies.ts';
import { checkLink, checkRating } from './ratings.ts';
import { readTexts, textColumns } from './texts.ts';

/** The columns that are read of each kind of file. */
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

/** Of each group of columns a file must have one; the others may be missing and are then blank. */
export const neededColumns: Record<SourceKind, readonly (readonly string[])[]> = {
  movies: [['id'], ['title', 'original_title']],
  credits: [['id'], ['cast', 'crew']],
  keywords: [['id'], ['keywords']],
  texts: [['tmdb_id'], ['titulo_es_419', 'titulo_es_es', 'sinopsis_es']],
  words: [['keyword_id'], ['palabra_es']],
  links: [['movieId'], ['tmdbId']],
  ratings: [['userId'], ['movieId'], ['rating']],
};

/** Other names of a column. */
const aliases: Record<string, readonly string[]> = { id: ['movie_id', 'tmdb_id'] };

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

/**
 * The header with each column under the name by which it is read, whatever its case and blanks; an alias counts where
 * no column has the name itself. Columns that are not read become ''.
 */
export function recognise(kind: SourceKind, header: readonly string[]): string[] {
  const written = header.map(plain);
  const places = new Map<number, string>();
  for (const name of columns[kind]) {
    const spelling = [name, ...(aliases[name] ?? [])].map(plain).find((other) => written.includes(other));
    written.forEach((other, at) => {
      if (other === spelling) places.set(at, name);
    });
  }
  return header.map((_, at) => places.get(at) ?? '');
}

/** The columns of a kind that a header has. */
export function columnNames(kind: SourceKind, header: readonly string[]): string[] {
  const found = recognise(kind, header);
  return columns[kind].filter((name) => found.includes(name));
}

/** The columns of a kind that a header lacks. */
export function missingColumns(kind: SourceKind, header: readonly string[]): string[] {
  const found = recognise(kind, header);
  return columns[kind].filter((name) => !found.includes(name));
}

/** Takes a row of each kind into the batch, or notes its faults. Ratings and links are only checked; words are counted. */
export const readers: Partial<Record<SourceKind, (batch: Batch, row: Row) => void>> = {
  movies: readMovie,
  credits: readCredits,
  keywords: readKeywords,
  texts: readTexts,
  links: checkLink,
  ratings: checkRating,
};
