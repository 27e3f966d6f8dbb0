import type { Language } from '../../contract/call.ts';
import type { Subject } from './subject.ts';
import type { Words } from './text.ts';

/** A row of a writing query: one that could be an option. Its SQL also gives what the kind's text needs. */
export interface OptionRow {
  is_right: boolean;
  film_id: number | null;
  person_id: number | null;
  /** In English, or for readers of both languages. */
  label: string;
  label_es: string | null;
}

/** An option of a question that is being written; `value` is what the proof reads where a label is not enough. */
export interface DraftOption {
  label: string;
  value: string | null;
  filmId: number | null;
  personId: number | null;
}

/** What a kind has to word: the asked film, the chosen rows with the right one first, and the language. */
export interface Draft<Row extends OptionRow> {
  readonly subject: Subject;
  readonly right: Row;
  readonly rows: readonly Row[];
  readonly language: Language;
  /** The language of texts that the data set has in English only. */
  readonly textLanguage: Language;
  readonly words: Words;
  /** The asked film in Markdown: its title in bold, escaped, and its year where that does not help to answer. */
  readonly title: string;
  readonly titleAndYear: string;
}

export interface Wording {
  /** Undefined where the text that can be shown would give the answer away. */
  readonly text: string | undefined;
  readonly steps?: readonly string[];
  /** What the text quotes of the data: where it shares a telling word with the answer, nothing is asked. */
  readonly quoted?: readonly string[];
  /** The best first: the first that names no option is taken. */
  readonly hints: readonly (string | undefined)[];
  /** What the proof needs to know of the text beyond the film and the options. */
  readonly about?: unknown;
  /** People whom the text names. */
  readonly people?: readonly number[];
}

export interface QuestionWriter<Row extends OptionRow = OptionRow> {
  /** $id and $seed to rows, the preferred first: one that is right, then those that are wrong. */
  readonly write: string;
  /** Also bind $language, the language of the text. */
  readonly inLanguage?: true;
  /**
   * $question, `{filmId, about, options: [{label, folded, value, filmId, personId}]}` as JSON, to one row `nr` for each option
   * that is right, from 0. It reads what the data say, not what the writing query chose.
   */
  readonly proof: string;
  /** How many wrong options there are at most and at least. */
  readonly wrong?: { readonly most: number; readonly least: number };
  /** Whether two rows may not be options of one question; labels that fold alike never are. */
  clash?(one: Row, other: Row, language: Language): boolean;
  /** The label of a row where it is not one of the data. */
  label?(row: Row, language: Language): string;
  word(draft: Draft<Row>): Wording;
}
