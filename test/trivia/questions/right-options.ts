import type { Option, Question, QuestionKind } from '../../../src/game/question.ts';
import { fold } from '../../../src/lib/fold.ts';
import { languageName } from '../../../src/text/format.ts';
import type { Facts } from './facts.ts';

interface QuestionFacts {
  readonly question: Question;
  readonly film: Facts;
  readonly films: ReadonlyMap<number, Facts>;
  /** The facts of the film of an option. */
  of(option: Option): Facts;
  /** The bold parts of the text. */
  readonly bold: readonly string[];
}

/** The right options of a question, judged in JavaScript by the text of the question and plain facts. */
export function rightOptions(question: Question, films: ReadonlyMap<number, Facts>): number[] {
  const asked: QuestionFacts = {
    question,
    films,
    film: factsOf(films, question.filmId),
    of: (option) => factsOf(films, option.filmId ?? -1),
    bold: [...question.text.matchAll(/\*\*(.+?)\*\*/gu)].map((match) => unescaped(match[1] ?? '')),
  };
  return question.options.flatMap((option, index) => (isRight[question.kind](option, asked) ? [index] : []));
}

function factsOf(films: ReadonlyMap<number, Facts>, id: number): Facts {
  const facts = films.get(id);
  if (facts === undefined) throw new Error(`no film ${id} in the pool`);
  return facts;
}

const unescaped = (text: string) => text.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '');
const alike = (one: string, other: string) => fold(one) === fold(other);
const others = (option: Option, { question }: QuestionFacts) =>
  question.options.filter((other) => other !== option);

/** How many of the people named in the question are in the film of an option, by id or by name. */
function named(option: Option, { question, films, of }: QuestionFacts): number {
  const asked = factsOf(films, question.filmId).cast.filter(({ id }) => question.people.includes(id));
  return asked.filter((one) =>
    of(option).cast.some((other) => other.id === one.id || alike(other.name, one.name)),
  ).length;
}

const PLACES = [/primero|first/u, /segundo lugar|second/u, /tercer lugar|third/u, /cuarto lugar|fourth/u];
const CHINESE = new Set(['cn', 'zh']);
const family = (code: string) => (CHINESE.has(code) ? 'zh' : code);

/** A role without a title, which is translated: "Tío Vernon" and "Uncle Vernon". */
const spokenRole = (role: string) => role.replace(TITLE, '');
const TITLE =
  /^(?:aunt|tía|uncle|tío|captain|capt\.|capitán|colonel|col\.|coronel|count|conde|countess|condesa|detective|duke|duque|emperor|emperador|father|padre|general|grand(?:pa|ma)|abuel[oa]|inspector|judge|juez|king|rey|lady|lieutenant|lt\.|teniente|major|mayor|mrs?\.|señora?|officer|agente?|presidente?|prince|príncipe|princess|princesa|professor|profesor|queen|reina|rev\.|reverendo|sergeant|sgt\.|sargento|sheriff) (?=\p{L})/iu;

const isRight: Record<QuestionKind, (option: Option, asked: QuestionFacts) => boolean> = {
  director: (option, { film }) =>
    film.directors.some(({ id, name }) => id === option.personId || alike(name, option.label)),
  directed_film: (option, { of, bold }) =>
    of(option).directors.some(({ name }) => alike(name, bold[0] ?? '')),
  cast: (option, { film }) =>
    film.cast.some(({ id, name }) => id === option.personId || alike(name, option.label)),
  co_stars: (option, asked) => named(option, asked) === 2,
  cast_ladder: (option, asked) => named(option, asked) > 1,
  year: (option, { film }) => option.label === String(film.year),
  came_first: (option, asked) =>
    others(option, asked).every((other) => asked.of(other).day - asked.of(option).day >= 365),
  earned_more: (option, asked) =>
    [option, ...others(option, asked)].every(
      (each) => Math.min(asked.of(each).budget, asked.of(each).revenue) >= 1000,
    ) && others(option, asked).every((other) => asked.of(option).revenue >= 1.5 * asked.of(other).revenue),
  overview: (option, asked) => asked.of(option).overview === asked.film.overview,
  tagline: (option, asked) => asked.of(option).tagline === asked.film.tagline,
  odd_one_out: (option, asked) => {
    const sagas = new Set(others(option, asked).map((other) => asked.of(other).collection));
    return sagas.size === 1 && !sagas.has(null) && !sagas.has(asked.of(option).collection);
  },
  collection_order: (option, asked) => {
    const before = others(option, asked).filter((other) => asked.of(other).day < asked.of(option).day).length;
    const sagas = new Set(asked.question.options.map((each) => asked.of(each).collection));
    return sagas.size === 1 && !sagas.has(null) && PLACES[before]?.test(asked.question.text) === true;
  },
  original_language: ({ label }, { film, question }) =>
    film.languages.some((code) => alike(languageName(family(code), question.language), label)),
  keywords: (option, { of, bold }) => bold.every((word) => of(option).keywords.includes(word)),
  spanish_title: ({ label }, { film }) => film.names.includes(fold(label)),
  character: ({ personId }, { film, bold }) =>
    film.cast.some(
      ({ id, character }) =>
        id === personId && spokenRole(character ?? '').includes(spokenRole(bold[0] ?? ' ')),
    ),
};
