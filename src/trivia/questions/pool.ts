import type { Snapshot } from '../../catalogue/catalogue.ts';
import type { Language } from '../../command.ts';
import type { Difficulty, Kind, Theme } from './question.ts';

/** A part of the pool that a theme draws from, and how many questions it holds. */
export interface Cell {
  kind: Kind;
  difficulty: Difficulty;
  questions: number;
}

const cellsOfTheme = `
  select kind, difficulty, count(*)::int as questions
  from questions
  where language = $language
    and case when $kinds::varchar is null then translated else list_contains(string_split($kinds, ','), kind) end
    and ($decade::integer is null or decade = $decade)
    and ($originalLanguage::varchar is null or original_language = $originalLanguage)
    and ($difficulty::integer is null or difficulty = $difficulty)
    and ($genre::varchar is null or movie_id in (select movie_id from movie_genres where genre = $genre))
  group by kind, difficulty
  order by kind, difficulty
`;

/** The parts of a theme's pool, in the same order every time. */
export function readCells({ query }: Snapshot, theme: Theme, language: Language): Promise<Cell[]> {
  return query<Cell>(cellsOfTheme, {
    ...paramsOf(theme, language),
    kinds: theme.kinds?.join(',') ?? null,
    difficulty: theme.difficulty ?? null,
  });
}

export interface Candidate {
  movie_id: number;
  translated: boolean;
}

const candidatesOfCell = `
  select movie_id, translated
  from questions
  where language = $language and kind = $kind and difficulty = $difficulty and (translated or $untranslated)
    and ($decade::integer is null or decade = $decade)
    and ($originalLanguage::varchar is null or original_language = $originalLanguage)
    and ($genre::varchar is null or movie_id in (select movie_id from movie_genres where genre = $genre))
  order by hash(movie_id, $seed), movie_id
  limit $limit offset $offset
`;

/** A page of the films of a cell, in an order that the seed shuffles. */
export function readCandidates(
  { query }: Snapshot,
  { theme, language, cell }: { theme: Theme; language: Language; cell: Cell },
  { seed, limit, offset }: { seed: number; limit: number; offset: number },
): Promise<Candidate[]> {
  return query<Candidate>(candidatesOfCell, {
    ...paramsOf(theme, language),
    kind: cell.kind,
    difficulty: cell.difficulty,
    untranslated: theme.kinds !== undefined,
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
});
