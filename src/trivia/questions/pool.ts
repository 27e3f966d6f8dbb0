import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Language } from '../../contract/call.ts';
import type { Difficulty, QuestionKind, Theme } from '../../game/question.ts';
import { kindsFor } from './kinds/index.ts';

/** A part of the pool that a theme draws from, and how many questions it holds. */
export interface Cell {
  kind: QuestionKind;
  difficulty: Difficulty;
  questions: number;
}

const cellsOfTheme = `
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

/** The parts of a theme's pool, in the same order every time. */
export function readCells({ query }: Snapshot, theme: Theme, language: Language): Promise<Cell[]> {
  return query<Cell>(cellsOfTheme, {
    ...paramsOf(theme, language),
    kinds: JSON.stringify(theme.kinds ?? kindsFor(language)),
    difficulty: theme.difficulty ?? null,
  });
}

export interface Candidate {
  movie_id: number;
  translated: boolean;
  /** How often the server was asked it. */
  times: number;
}

/** How often a server was asked about films, by a kind of question: `times` has a number for each of `films`. */
export interface TimesAsked {
  readonly films: readonly number[];
  readonly times: readonly number[];
}

const candidatesOfCell = `
  with asked as (
    select unnest($films::json::integer[]) as movie_id, unnest($times::json::integer[]) as times
  )
  select movie_id, translated, coalesce(times, 0)::int as times
  from questions left join asked using (movie_id)
  where language = $language and kind = $kind and difficulty = $difficulty and (translated or $untranslated)
    and ($decade::integer is null or decade = $decade)
    and ($originalLanguage::varchar is null or original_language = $originalLanguage)
    and ($genre::varchar is null or movie_id in (select movie_id from movie_genres where genre = $genre))
  order by times, hash(movie_id, $seed), movie_id
  limit $limit offset $offset
`;

/** A page of the films of a cell: those asked least first, among equals in an order that the seed shuffles. */
export function readCandidates(
  { query }: Snapshot,
  { theme, language, cell, asked }: { theme: Theme; language: Language; cell: Cell; asked: TimesAsked },
  { seed, limit, offset }: { seed: number; limit: number; offset: number },
): Promise<Candidate[]> {
  return query<Candidate>(candidatesOfCell, {
    ...paramsOf(theme, language),
    kind: cell.kind,
    difficulty: cell.difficulty,
    films: JSON.stringify(asked.films),
    times: JSON.stringify(asked.times),
    seed,
    limit,
    offset,
  });
}

const paramsOf = (theme: Theme, language: Language) => ({
  language,
  decade: theme.decade ?? null,
  originalLanguage: theme.originalLanguage ?? null,
  genre: theme.genre ?? null,
  untranslated: theme.kinds !== undefined,
});
