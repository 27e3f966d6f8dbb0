import type { Option, Options, Signature } from '../contract/signature.ts';
import { text } from '../text/text.ts';
import {
  commonLanguageOption,
  genreOption,
  monthChoices,
  nameOption,
  otherTitleOption,
  pageOption,
  titleOption,
  yearsOption,
} from './options.ts';

/**
 * The signatures of the commands that buttons and selects of replies call. Replies are below commands, so a custom id
 * cannot name the command itself. All other commands declare their options in their own file.
 */

/** Keeps the literal types of a declaration. */
export const declare = <const Declared extends Options>(signature: Signature<Declared>) => signature;

export const filmCall = declare({
  name: 'pelicula',
  english: 'film',
  es: 'La ficha de una película: de qué trata, quién la hizo y cómo le fue',
  en: 'The card of a film: what it is about, who made it and how it did',
  options: { titulo: titleOption },
});

export const searchCall = declare({
  name: 'buscar',
  english: 'search',
  es: 'Películas por lo que recuerdas: qué pasa, quién sale, de dónde y de cuándo es',
  en: 'Films by what you remember: what happens, who is in it, where and when it is from',
  options: {
    texto: {
      type: 'string',
      english: 'text',
      es: 'Lo que recuerdas: un robot que limpia la Tierra',
      en: 'What you remember: a robot that cleans the Earth',
      required: true,
    },
    pagina: pageOption('Qué página, de cinco películas', 'Which page of five films', 20),
  },
});

/** Further films that a person or a group likes. */
const anotherTitle = (english: string) =>
  ({
    type: 'string',
    english,
    es: 'Otra que te gustó, a ti o a tu grupo',
    en: 'Another one that you or your group liked',
    autocomplete: true,
  }) as const satisfies Option;

const furtherTitles = {
  titulo2: anotherTitle('title2'),
  titulo3: anotherTitle('title3'),
  titulo4: anotherTitle('title4'),
  titulo5: anotherTitle('title5'),
} as const;

/** Which recommendations, and which page of them. */
const recommendWishes = {
  genero: genreOption,
  epoca: yearsOption,
  idioma: commonLanguageOption,
  solo_conocidas: {
    type: 'boolean',
    english: 'known',
    es: 'Solo películas conocidas',
    en: 'Only well-known films',
  },
  pagina: pageOption('Qué página, de cinco películas', 'Which page of five films', 99),
} as const;

export const recommendCall = declare({
  name: 'recomendacion',
  english: 'recommend',
  es: 'Cinco películas como la que te gustó, o entre varias, y por qué',
  en: 'Five films like one you liked, or between several, and why',
  options: { titulo: titleOption, ...furtherTitles, ...recommendWishes },
});

/** The order and the page of a person's films. */
const filmography = {
  orden: {
    type: 'string',
    english: 'order',
    es: 'Cómo ordenar las películas',
    en: 'How to order the films',
    choices: [
      { value: 'fecha', es: 'por fecha', en: 'by date' },
      { value: 'retorno', es: 'por retorno', en: 'by return' },
      { value: 'ingresos', es: 'por recaudación', en: 'by revenue' },
      { value: 'conocidas', es: 'más conocidas primero', en: 'best known first' },
      { value: 'recientes', es: 'más recientes primero', en: 'newest first' },
    ],
  },
  pagina: pageOption('Qué página de la filmografía', 'Which page of the filmography', 1000),
} as const;

export const actorCall = declare({
  name: 'get_actor',
  english: 'actor_success',
  es: 'Un actor o una actriz: sus películas más conocidas y lo que rindieron',
  en: "An actor's best-known films, and what they returned",
  options: {
    nombre_actor: nameOption('actor_name', 'Su nombre', 'Their name'),
    ...filmography,
  },
});

export const directorCall = declare({
  name: 'get_director',
  english: 'director_success',
  es: 'Un director o una directora: sus películas y lo que rindió cada una',
  en: "A director's films, and what each returned",
  options: {
    nombre_director: nameOption('director_name', 'Su nombre', 'Their name'),
    ...filmography,
  },
});

const crewOption = {
  type: 'boolean',
  english: 'with_crew',
  es: 'También por quienes dirigen y escriben, no solo por los repartos',
  en: 'Also through directors and writers, not only through casts',
} as const satisfies Option;

export const connectPeopleCall = declare({
  name: 'conexion',
  english: 'connection',
  es: 'El camino más corto entre dos personas, de película en película',
  en: 'The shortest way between two people, from film to film',
  options: {
    persona1: nameOption('person1', 'De quién parte', 'Where it starts'),
    persona2: nameOption('person2', 'Hasta quién llega', 'Where it ends'),
    con_equipo: crewOption,
  },
});

export const connectFilmsCall = declare({
  name: 'conexion_peliculas',
  english: 'film_connection',
  es: 'El camino más corto entre dos películas, de persona en persona',
  en: 'The shortest way between two films, from person to person',
  options: { titulo: titleOption, titulo2: otherTitleOption, con_equipo: crewOption },
});

export const baconCall = declare({
  name: 'bacon',
  english: 'bacon',
  es: 'A cuántas películas está alguien de Kevin Bacon',
  en: 'How many films someone is away from Kevin Bacon',
  options: {
    nombre: nameOption('name', 'Su nombre', 'Their name'),
    con_equipo: crewOption,
  },
});

export const sagaCall = declare({
  name: 'franquicia',
  english: 'franchise',
  es: 'Las películas de una saga y cuánto recaudaron',
  en: 'The films of a series and what they made',
  options: {
    franquicia: nameOption(
      'franchise',
      'El nombre de la saga o de una de sus películas',
      'The name of the series or of one of its films',
    ),
  },
});

export const anniversariesCall = declare({
  name: 'efemerides',
  english: 'on_this_day',
  es: 'Qué películas se estrenaron un día como hoy, o el que elijas, en otros años',
  en: 'Which films opened on this day, or on another, in other years',
  options: {
    dia: {
      type: 'integer',
      english: 'day',
      es: 'Qué día del mes',
      en: 'Which day of the month',
      min: 1,
      max: 31,
    },
    mes: {
      type: 'string',
      autocomplete: true,
      english: 'month',
      es: 'Qué mes',
      en: 'Which month',
      choices: monthChoices,
    },
    pagina: pageOption('Qué página, de diez películas', 'Which page of ten films', 999),
  },
});

/** The topics of /ayuda, in its order; each command declares its own. */
export const helpTopics = ['film', 'people', 'catalogue', 'game', 'server'] as const;

export type HelpTopic = (typeof helpTopics)[number];

export const helpCall = declare({
  name: 'ayuda',
  english: 'help',
  es: 'Todo lo que puedes pedirme',
  en: 'Everything you can ask me',
  options: {
    tema: {
      type: 'string',
      english: 'topic',
      es: 'Solo los comandos de este tema',
      en: 'Only the commands of this topic',
      choices: helpTopics.map((value) => ({
        value,
        es: text.es.topics[value].name,
        en: text.en.topics[value].name,
      })),
    },
  },
});

/** A required text that only the bot writes. */
export const token = (name: string, description: string) =>
  ({
    type: 'string',
    english: name,
    es: description,
    en: description,
    required: true,
  }) as const satisfies Option;

/** The name and description of a command that only buttons call: nobody reads them. */
export const unlisted = (name: string, description: string) => ({
  name,
  english: name,
  es: description,
  en: description,
});

export const likeSeveralCall = declare({
  ...unlisted('mas', 'Films like several: recomendacion with a custom id that fits'),
  options: {
    ids: { type: 'string', english: 'ids', es: 'The films found so far', en: 'The films found so far' },
    titulo: anotherTitle('title'),
    ...furtherTitles,
    ...recommendWishes,
  },
});

export const nextPartCall = declare({
  ...unlisted('mis_datos_siguen', 'The next part'),
  options: { desde: token('desde', 'Where it begins') },
});

export const applyCall = declare({
  ...unlisted('recarga', 'Puts a version in the place of another'),
  options: {
    version: token('version', 'Which'),
    desde: token('desde', 'In whose place'),
  },
});
