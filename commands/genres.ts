import { choice } from '../src/command/slash.ts';
import { text } from '../src/text/text.ts';

/** The TMDB ids of the genres that a person may ask for, by their English names. */
const GENRES: Record<string, number> = {
  Action: 28,
  Adventure: 12,
  Animation: 16,
  Comedy: 35,
  Crime: 80,
  Documentary: 99,
  Drama: 18,
  Family: 10751,
  Fantasy: 14,
  History: 36,
  Horror: 27,
  Music: 10402,
  Mystery: 9648,
  Romance: 10749,
  'Science Fiction': 878,
  'TV Movie': 10770,
  Thriller: 53,
  War: 10752,
  Western: 37,
};

/** The genres as choices, in the order of their Spanish names. */
export const genreChoices = Object.entries(GENRES)
  .map(([name, id]) => choice(id, { es: text.es.genres[name] ?? name, en: text.en.genres[name] ?? name }))
  .sort((a, b) => a.name.localeCompare(b.name, 'es'));

/** The English name of a genre's id; the id itself where it is none of them. */
export const genreNamed = (id: number): string =>
  Object.entries(GENRES).find(([, one]) => one === id)?.[0] ?? String(id);
