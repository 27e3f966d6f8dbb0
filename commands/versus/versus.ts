import { withSubcommands } from '../../src/command/command.ts';
import type { Option } from '../../src/contract/signature.ts';
import {
  findFilm,
  findPerson,
  findSaga,
  suggestPeople,
  suggestSagas,
  suggestTitles,
} from '../../src/lookup/kinds.ts';
import { decadeOption, genreOption, otherTitleOption, titleOption } from '../../src/slash/options.ts';
import { versusOf } from './compare.ts';

const completed = (english: string, es: string, en: string) =>
  ({ type: 'string', english, es, en, required: true, autocomplete: true }) as const satisfies Option;

const peliculas = versusOf({
  kind: 'films',
  path: '/versus_peliculas/{titulo}',
  name: 'versus peliculas',
  english: 'films',
  es: 'Dos películas frente a frente: costo, recaudación, puntaje y más',
  en: 'Two films side by side: cost, revenue, score and more',
  options: { titulo: titleOption, titulo2: otherTitleOption },
  find: async (call, { catalogue }) => [
    await findFilm(call, catalogue, 'titulo'),
    await findFilm(call, catalogue, 'titulo2'),
  ],
  autocomplete: suggestTitles,
});

const personas = versusOf({
  kind: 'people',
  path: '/versus_personas/{persona1}',
  name: 'versus personas',
  english: 'people',
  es: 'Dos personas frente a frente, por las películas que actuaron o dirigieron',
  en: 'Two people side by side, by the films that they acted in or directed',
  options: {
    persona1: completed('person1', 'Una persona', 'One person'),
    persona2: completed('person2', 'La otra', 'The other one'),
  },
  find: async (call, { catalogue }) => [
    await findPerson(call, catalogue, 'persona1', 'either'),
    await findPerson(call, catalogue, 'persona2', 'either'),
  ],
  autocomplete: suggestPeople('either'),
});

const sagas = versusOf({
  kind: 'sagas',
  path: '/versus_sagas/{franquicia}',
  name: 'versus sagas',
  english: 'franchises',
  es: 'Dos sagas frente a frente',
  en: 'Two series side by side',
  options: {
    franquicia: completed('franchise', 'Una saga, o una de sus películas', 'A series, or one of its films'),
    franquicia2: completed('franchise2', 'La otra saga', 'The other series'),
  },
  find: async (call, { catalogue }) => [
    await findSaga(call, catalogue, 'franquicia'),
    await findSaga(call, catalogue, 'franquicia2'),
  ],
  autocomplete: suggestSagas,
});

const decade = (english: string, es: string, en: string) =>
  ({ ...decadeOption, english, es, en, required: true }) as const satisfies Option;

const decadas = versusOf({
  kind: 'decades',
  path: '/versus_decadas/{decada}',
  name: 'versus decadas',
  english: 'decades',
  es: 'Dos décadas frente a frente',
  en: 'Two decades side by side',
  options: {
    decada: decade('decade', 'Una década', 'One decade'),
    decada2: decade('decade2', 'La otra', 'The other one'),
  },
  find: async ({ options: { decada, decada2 } }) => [decada, decada2],
});

const genre = (english: string, es: string, en: string) =>
  ({ ...genreOption, english, es, en, required: true }) as const satisfies Option;

const generos = versusOf({
  kind: 'genres',
  path: '/versus_generos/{genero}',
  name: 'versus generos',
  english: 'genres',
  es: 'Dos géneros frente a frente',
  en: 'Two genres side by side',
  options: {
    genero: genre('genre', 'Un género', 'One genre'),
    genero2: genre('genre2', 'El otro', 'The other one'),
  },
  find: async ({ options: { genero, genero2 } }) => [genero, genero2],
});

/** /versus: two films, people, sagas, decades or genres against each other. */
export const versus = withSubcommands(
  {
    name: 'versus',
    english: 'versus',
    es: 'Dos frente a frente',
    en: 'Two side by side',
    listed: 'catalogue',
  },
  [peliculas, personas, sagas, decadas, generos],
);
