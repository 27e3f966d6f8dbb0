import type { Option } from '../contract/signature.ts';
import { text } from '../text/text.ts';
import { decadeChoices } from './typed-values.ts';

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

/** Further names of genres. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  Animation: ['dibujos animados', 'animada', 'cartoon'],
  Comedy: ['humor', 'cómica', 'funny'],
  Crime: ['policial', 'policíaca', 'gángsters'],
  Family: ['infantil', 'niños', 'children', 'kids'],
  History: ['histórica', 'época'],
  Horror: ['miedo', 'scary'],
  Music: ['musical'],
  Romance: ['romántica', 'amor', 'love'],
  'Science Fiction': ['sci-fi', 'scifi', 'cifi'],
  'TV Movie': ['telefilme', 'televisión'],
  Thriller: ['suspense'],
  War: ['bélica'],
  Western: ['del oeste', 'vaqueros', 'cowboys'],
};

/** The genres as choices, ordered by their Spanish names. */
export const genreChoices = GENRES.map(([name, value]) => ({
  value,
  es: text.es.genres[name] ?? name,
  en: text.en.genres[name] ?? name,
  also: ALSO[name] ?? [],
})).sort((a, b) => a.es.localeCompare(b.es, 'es'));

/** The English name of a genre; its number if there is no such genre. */
export const genreNamed = (id: number): string =>
  GENRES.find(([, genreId]) => genreId === id)?.[0] ?? String(id);

/** Options that several commands have. */

/** A required name that autocompletes. */
export const nameOption = (english: string, es: string, en: string) =>
  ({ type: 'string', english, es, en, required: true, autocomplete: true }) as const satisfies Option;

/** A page of a list, from 1 to `max`. */
export const pageOption = (es: string, en: string, max: number) =>
  ({ type: 'integer', english: 'page', es, en, min: 1, max }) as const satisfies Option;

export const titleOption = nameOption(
  'title',
  'El título, en español, en inglés o el original',
  'The title: English, Spanish or original',
);

/** The other of two films. */
export const otherTitleOption = {
  ...titleOption,
  english: 'title2',
  es: 'El título de la otra película',
  en: 'The title of the other film',
} as const satisfies Option;

export const genreOption = {
  type: 'string',
  autocomplete: true,
  english: 'genre',
  es: 'Solo de este género',
  en: 'Only of this genre',
  choices: genreChoices,
} as const satisfies Option;

/** The decades of releases. */
export const decadeOption = {
  type: 'string',
  autocomplete: true,
  english: 'decade',
  es: 'Solo de esta década',
  en: 'Only of this decade',
  choices: decadeChoices,
} as const satisfies Option;

const language = {
  type: 'string',
  english: 'language',
  es: 'Solo con este idioma original',
  en: 'Only in this original language',
} as const;

/** Any original language of the catalogue. */
export const anyLanguageOption = { ...language, autocomplete: true } as const satisfies Option;

/** The most common original languages of the catalogue, by ISO 639-1 code. */
export const commonLanguageOption = {
  ...language,
  autocomplete: true,
  choices: [
    { value: 'es', es: 'español', en: 'Spanish' },
    { value: 'en', es: 'inglés', en: 'English' },
    { value: 'de', es: 'alemán', en: 'German' },
    { value: 'zh', es: 'chino', en: 'Chinese' },
    { value: 'ko', es: 'coreano', en: 'Korean' },
    { value: 'da', es: 'danés', en: 'Danish' },
    { value: 'fr', es: 'francés', en: 'French' },
    { value: 'hi', es: 'hindi', en: 'Hindi' },
    { value: 'it', es: 'italiano', en: 'Italian' },
    { value: 'ja', es: 'japonés', en: 'Japanese' },
    { value: 'pl', es: 'polaco', en: 'Polish' },
    { value: 'pt', es: 'portugués', en: 'Portuguese' },
    { value: 'ru', es: 'ruso', en: 'Russian' },
    { value: 'sv', es: 'sueco', en: 'Swedish' },
  ],
} as const satisfies Option;

/** Years as `readYears` reads them. */
export const yearsOption = {
  type: 'string',
  english: 'years',
  es: 'De qué época: 1994, 1990-1999, años 80, desde 2000',
  en: 'From when: 1994, 1990-1999, the 80s, since 2000',
  autocomplete: true,
  form: 'years',
} as const satisfies Option;

/** Confirms that something is to be erased. */
export const confirmOption = {
  type: 'boolean',
  english: 'confirm',
  es: 'Sí para borrar sin preguntar',
  en: 'Yes to erase without asking',
} as const satisfies Option;

/** The months of the year. */
export const monthChoices = text.es.months.map((es, index) => ({
  value: index + 1,
  es,
  en: text.en.months[index] ?? es,
  also: es === 'septiembre' ? ['setiembre'] : [],
}));
