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

/** From 1, easy, to 3, hard. */
export type Difficulty = 1 | 2 | 3;

export interface Option {
  /** At most 80 characters, unique in a question after folding. Not escaped: buttons show no Markdown. */
  readonly label: string;
  readonly filmId?: number;
  readonly personId?: number;
}

/** The parts of the message that reveals an answer, in the language of the game. */
export interface Reveal {
  /** The film of the answer, or the film that the question asks about. */
  readonly filmId: number;
  readonly poster: string | null;
  /** The film's title and year, not escaped: the alternative text of the poster. */
  readonly film: string;
  /** The film's year if the answer is a film, else null. */
  readonly year: number | null;
  /** One line of Markdown about all options: their years, their revenues or their series. */
  readonly figures: string | null;
  /** A sentence of Markdown about the film. */
  readonly fact: string | null;
}

/** A question in the language of its game. Plain JSON; the store has it with its round. */
export interface Question {
  readonly kind: QuestionKind;
  readonly filmId: number;
  readonly difficulty: Difficulty;
  readonly language: Language;
  /** Markdown; texts of the data are escaped. */
  readonly text: string;
  /** Of a cast ladder: the Markdown that each step reveals, from the fifth name to the first. */
  readonly steps?: readonly string[];
  /** Two to five options, shuffled. */
  readonly options: readonly Option[];
  /** Index of the right option. */
  readonly answer: number;
  /** Markdown; names no option. */
  readonly hint: string;
  /** The film of the question and all films among the options. Commands withhold them while the question is open. */
  readonly films: readonly number[];
  /** All people among the options or named in the text. */
  readonly people: readonly number[];
  /** English name of the film's first genre. */
  readonly genre: string | null;
  /** Decade of the film's release: 1990. */
  readonly decade: number | null;
  /** TMDB's code of the film's original language. */
  readonly originalLanguage: string | null;
  /** Questions that an older version asked have none. */
  readonly reveal?: Reveal;
}

/** A saga or a person of TMDB's, and its name for messages. */
export interface Named {
  readonly id: number;
  readonly name: string;
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
  /** Only films of this saga. */
  readonly collection?: Named | undefined;
  /** Only films that this person acted in or directed. */
  readonly person?: Named | undefined;
  /** Only these kinds, even if a text is in English in a Spanish game. By default, all kinds that suit the language. */
  readonly kinds?: readonly QuestionKind[] | undefined;
}
