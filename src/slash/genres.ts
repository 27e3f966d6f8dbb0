import { text } from '../text/text.ts';

/** The genres that an option offers: English name and TMDB id. */
const GENRES = [
  ['Action', 28],
  ['Adventure', 12],
  ['Animation', 16],
  ['Comedy', 35],
  ['Crime', 80],
  ['Documentary', 99],
  ['Drama', 18],
  ['Family', 10751],
  ['Fantasy', 14],
  ['History', 36],
  ['Horror', 27],
  ['Music', 10402],
  ['Mystery', 9648],
  ['Romance', 10749],
  ['Science Fiction', 878],
  ['TV Movie', 10770],
  ['Thriller', 53],
  ['War', 10752],
  ['Western', 37],
] as const;

export type GenreId = (typeof GENRES)[number][1];

/** The genres as choices, ordered by their Spanish names. */
export const genreChoices = GENRES.map(([name, value]) => ({
  value,
  es: text.es.genres[name] ?? name,
  en: text.en.genres[name] ?? name,
})).sort((a, b) => a.es.localeCompare(b.es, 'es'));

/** The English name of a genre; its number if there is no such genre. */
export const genreNamed = (id: number): string =>
  GENRES.find(([, genreId]) => genreId === id)?.[0] ?? String(id);
