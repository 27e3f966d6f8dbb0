import { declare, token, unlisted } from './calls.ts';
import { anyLanguageOption, genreOption, pageOption, yearsOption } from './options.ts';

/** The signatures of the commands that find films by filters. */

/** The orders of a list of films; the values are those of `Order` in src/catalogue/discover.ts. */
const orderOption = {
  type: 'string',
  english: 'order',
  es: 'Cómo ordenar las películas',
  en: 'How to order the films',
  choices: [
    { value: 'known', es: 'más conocidas', en: 'best known' },
    { value: 'best', es: 'mejor valoradas', en: 'best rated' },
    { value: 'newest', es: 'más recientes', en: 'newest' },
    { value: 'oldest', es: 'más antiguas', en: 'oldest' },
    { value: 'longest', es: 'más largas', en: 'longest' },
    { value: 'shortest', es: 'más cortas', en: 'shortest' },
  ],
} as const;

const discoverPage = pageOption('Qué página, de diez películas', 'Which page of ten films', 9999);

const minutes = { type: 'integer', min: 1, max: 2000 } as const;

export const discoverCall = declare({
  name: 'descubrir',
  english: 'discover',
  es: 'Películas por género, época, país, duración, puntaje, personas…',
  en: 'Films by genre, years, country, runtime, score, people…',
  options: {
    genero: genreOption,
    epoca: yearsOption,
    pais: {
      type: 'string',
      english: 'country',
      es: 'Solo de este país',
      en: 'Only from this country',
      autocomplete: true,
    },
    idioma: anyLanguageOption,
    duracion: {
      type: 'string',
      english: 'runtime',
      es: 'Qué tan larga',
      en: 'How long',
      choices: [
        { value: 'short', es: 'corta: menos de 90 min', en: 'short: under 90 min' },
        { value: 'normal', es: 'normal: de 90 a 129 min', en: 'normal: 90 to 129 min' },
        { value: 'long', es: 'larga: 130 min o más', en: 'long: 130 min or more' },
      ],
    },
    minutos_min: {
      ...minutes,
      english: 'min_minutes',
      es: 'Al menos estos minutos',
      en: 'At least these minutes',
    },
    minutos_max: {
      ...minutes,
      english: 'max_minutes',
      es: 'A lo más estos minutos',
      en: 'At most these minutes',
    },
    puntaje: {
      type: 'integer',
      english: 'score',
      es: 'Con este puntaje o más, de 1 a 9',
      en: 'With this score or more, 1 to 9',
      min: 1,
      max: 9,
    },
    votos: {
      type: 'integer',
      english: 'votes',
      es: 'Con estos votos o más',
      en: 'With these votes or more',
      min: 1,
      max: 100_000,
    },
    persona: {
      type: 'string',
      english: 'person',
      es: 'Alguien que actuó en ella o la dirigió',
      en: 'Somebody who acted in it or directed it',
      autocomplete: true,
    },
    orden: orderOption,
    pagina: discoverPage,
  },
});

/** Without filters: all films. */
const filters = token('filtros', 'What packFilters wrote');

export const discoverMoreCall = declare({
  ...unlisted('descubrir_mas', 'descubrir with a custom id that fits'),
  options: {
    filtros: filters,
    persona: { type: 'string', english: 'persona', es: 'Who acted or directed', en: 'Who acted or directed' },
    orden: orderOption,
    pagina: discoverPage,
  },
});

export const surpriseCall = declare({
  ...unlisted('sorpresa', 'A random film that passes the filters'),
  options: {
    filtros: filters,
    sorteo: {
      type: 'string',
      english: 'sorteo',
      es: 'The seed, the limit and the film of a draw that is shown again',
      en: 'The seed, the limit and the film of a draw that is shown again',
    },
  },
});
