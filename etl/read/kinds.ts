import type { Kind } from '../sources.ts';
import type { Batch } from './batch.ts';
import { creditColumns, readCredits } from './credits.ts';
import type { Row } from './fields.ts';
import { keywordColumns, readKeywords } from './keywords.ts';
import { movieColumns, readMovie } from './movies.ts';
import { readTexts, textColumns } from './texts.ts';

/** The columns that each kind of file must have, in any order. */
export const neededColumns: Record<Kind, readonly string[]> = {
  movies: movieColumns,
  credits: creditColumns,
  keywords: keywordColumns,
  texts: textColumns,
  words: ['keyword_id', 'palabra_es'],
  links: ['movieId', 'imdbId', 'tmdbId'],
  ratings: ['userId', 'movieId', 'rating', 'timestamp'],
};

/** How a row of each kind is taken. Links, ratings and words are only counted here. */
export const readers: Partial<Record<Kind, (batch: Batch, row: Row, rowNumber: number) => void>> = {
  movies: readMovie,
  credits: readCredits,
  keywords: readKeywords,
  texts: readTexts,
};
