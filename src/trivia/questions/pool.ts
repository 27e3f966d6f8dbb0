import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Language } from '../../contract/call.ts';
import type { Difficulty, QuestionKind, Theme } from '../../game/question.ts';
import { kindsFor } from './kinds/index.ts';

/** The questions of one kind and difficulty for a theme, and how many they are. */
export interface PoolSlice {
  kind: QuestionKind;
  difficulty: Difficulty;
  questions: number;
}

const slicesOfTheme = `
  select kind, difficulty, sum(questions)::int as questions
  from question_counts
  where genre is not distinct from $genre and language = $language and (translated or $untranslated)
    and list_contains($kinds::json::varchar[], kind)
    and ($decade::integer is null or decade = $decade)
    and ($originalLanguage::varchar is null or original_language = $originalLanguage)
    and ($difficulty::integer is null or difficulty = $difficulty)
  group by kind, difficulty
  order by kind, difficulty
`;

/** The same for the films of a saga or a person, which `question_counts` does not tell apart. */
const slicesOfFilms = `
  select kind, difficulty, count(*)::int as questions
  from questions_of($language, $untranslated, $kinds::json::varchar[], $difficulty::integer, $decade::integer, $originalLanguage::varchar, $genre::varchar, $only::json::integer[])
  group by kind, difficulty
  order by kind, difficulty
`;

/** The slices of a theme's pool, always in the same order. */
export async function readSlices(
  catalogue: Snapshot,
  theme: Theme,
  language: Language,
): Promise<PoolSlice[]> {
  const { query } = catalogue;
  const params = {
    ...paramsOf(theme, language),
    kinds: JSON.stringify(kindsOf(theme, language)),
    difficulty: theme.difficulty ?? null,
  };
  return isOfFilms(theme)
    ? query<PoolSlice>(slicesOfFilms, { ...params, only: await readOnly(catalogue, theme) })
    : query<PoolSlice>(slicesOfTheme, params);
}

const isOfFilms = ({ collection, person }: Theme) => collection !== undefined || person !== undefined;

/** The kinds whose options are films: only one of them would be of the theme's saga or person. */
const FILM_OPTIONS: ReadonlySet<QuestionKind> = new Set<QuestionKind>([
  'directed_film',
  'cast_ladder',
  'came_first',
  'earned_more',
  'odd_one_out',
  'spanish_title',
  'overview',
  'keywords',
  'tagline',
]);

/** The kinds of question that a theme has, whether or not a film has one. */
function kindsOf({ kinds, collection, person }: Theme, language: Language): QuestionKind[] {
  const givesAway = (kind: QuestionKind) =>
    isOfFilms({ collection, person }) &&
    // The films of two people may be of the theme's person.
    (FILM_OPTIONS.has(kind) || (kind === 'co_stars' && collection !== undefined));
  return (kinds ?? kindsFor(language)).filter((kind) => !givesAway(kind));
}

const filmsOfTheme = `
  select count(distinct movie_id)::int as films
  from questions_of($language, $untranslated, $kinds::json::varchar[], $difficulty::integer, $decade::integer, $originalLanguage::varchar, $genre::varchar, $only::json::integer[])
`;

/** How many films a theme has questions about. */
export async function countFilms(catalogue: Snapshot, theme: Theme, language: Language): Promise<number> {
  const [row] = await catalogue.query<{ films: number }>(filmsOfTheme, {
    ...paramsOf(theme, language),
    only: await readOnly(catalogue, theme),
    kinds: JSON.stringify(kindsOf(theme, language)),
    difficulty: theme.difficulty ?? null,
  });
  return row?.films ?? 0;
}

export interface Candidate {
  movie_id: number;
  translated: boolean;
  /** How often the server was asked about it, and a half more if the film or the person asked for is less known. */
  times: number;
}

/** How often a server was asked one kind of question about each film: `times[i]` belongs to `films[i]`. */
export interface TimesAsked {
  readonly films: readonly number[];
  readonly times: readonly number[];
}

const candidatesOfSlice = `
  with asked as (
    select unnest($films::json::integer[]) as movie_id, unnest($times::json::integer[]) as times
  )
  select movie_id, translated, (coalesce(times, 0) + if(known, 0, 0.5))::double as times
  from questions_of($language, $untranslated, $kinds::json::varchar[], $difficulty::integer, $decade::integer, $originalLanguage::varchar, $genre::varchar, $only::json::integer[]) left join asked using (movie_id)
  where not list_contains($played::json::integer[], movie_id)
  order by times, hash(movie_id, $seed), movie_id
  limit $limit offset $offset
`;

/** A page of the films of a slice, least asked first; the seed shuffles films that were asked equally often. */
export async function readCandidates(
  catalogue: Snapshot,
  {
    theme,
    language,
    slice,
    asked,
    played = [],
  }: {
    theme: Theme;
    language: Language;
    slice: PoolSlice;
    asked: TimesAsked;
    played?: readonly number[];
  },
  { seed, limit, offset }: { seed: number; limit: number; offset: number },
): Promise<Candidate[]> {
  return catalogue.query<Candidate>(candidatesOfSlice, {
    ...paramsOf(theme, language),
    only: await readOnly(catalogue, theme),
    kinds: JSON.stringify([slice.kind]),
    difficulty: slice.difficulty,
    films: JSON.stringify(asked.films),
    times: JSON.stringify(asked.times),
    played: JSON.stringify(played),
    seed,
    limit,
    offset,
  });
}

const filmsOfNames = `
  select id from movies where collection_id = $collection
  union
  select movie_id from cast_members where person_id = $person
  union
  select movie_id from directors where person_id = $person
`;

/** The films of a theme's saga or person, as JSON; null if it has neither, so that reading a page costs nothing more. */
async function readOnly({ query }: Snapshot, theme: Theme): Promise<string | null> {
  if (!isOfFilms(theme)) return null;
  const { collection, person } = theme;
  const names = { collection: collection?.id ?? null, person: person?.id ?? null };
  return JSON.stringify((await query<{ id: number }>(filmsOfNames, names)).map(({ id }) => id));
}

const paramsOf = (theme: Theme, language: Language) => ({
  language,
  decade: theme.decade ?? null,
  originalLanguage: theme.originalLanguage ?? null,
  genre: theme.genre ?? null,
  untranslated: theme.kinds !== undefined,
});
