import type { Language } from '../contract/call.ts';

/** The kinds of questions. The pool (table `questions`) uses the same names. */
export const QUESTION_KINDS = [
  'director',
  'directed_film',
  'cast',
  'character',
  'co_stars',
  'cast_ladder',
  'year',
  'came_first',
  'earned_more',
  'odd_one_out',
  'collection_order',
  'original_language',
  'spanish_title',
  'overview',
  'keywords',
  'tagline',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** 1 is easy. */
export type Difficulty = 1 | 2 | 3;

export interface Option {
  /** At most 80 characters; no two of a question are alike after folding. Not escaped: buttons show it as it is. */
  readonly label: string;
  readonly filmId?: number;
  readonly personId?: number;
}

/** One asked question, worded in the language of the game; plain JSON, kept in the store while it is open. */
export interface Question {
  readonly kind: QuestionKind;
  readonly filmId: number;
  readonly difficulty: Difficulty;
  readonly language: Language;
  /** What is asked, in Markdown; what comes from the data is escaped. */
  readonly text: string;
  /** Of a cast ladder: what each further step reveals, in Markdown, from the fifth name to the first. */
  readonly steps?: readonly string[];
  /** Two to five, shuffled. */
  readonly options: readonly Option[];
  /** Index of the one right option. */
  readonly answer: number;
  /** In Markdown; it helps, names no option and does not give the answer away. */
  readonly hint: string;
  /** The asked film and every film among the options: what look-ups refuse while the question is open. */
  readonly films: readonly number[];
  /** Every person among the options or named in the question. */
  readonly people: readonly number[];
  /** English name of the asked film's first genre. */
  readonly genre: string | null;
  /** Of the asked film's release: 1990. */
  readonly decade: number | null;
  /** TMDB's code of the asked film's original language. */
  readonly originalLanguage: string | null;
}

/** The restrictions of a game's questions; a missing property does not restrict. */
export interface Theme {
  /** English name, as in movie_genres. */
  readonly genre?: string | undefined;
  /** 1990 for 1990 to 1999. */
  readonly decade?: number | undefined;
  /** TMDB's code. */
  readonly originalLanguage?: string | undefined;
  readonly difficulty?: Difficulty | undefined;
  /** Only these, also where their text is in English in a Spanish game. Default: all that suit the language. */
  readonly kinds?: readonly QuestionKind[] | undefined;
}
