import type { Language } from '../../contract/call.ts';
import type { QuestionText } from './text.ts';

/** The film that a question asks about, with the columns that texts and hints use. */
export interface Subject {
  id: number;
  title: string;
  /** The English title if there is no Spanish one. */
  title_es: string;
  release_year: number;
  vote_count: number;
  /** English name of the first genre. */
  genre: string | null;
  original_language: string | null;
  directors: { person_id: number; name: string }[];
  /** The first of the cast, in the order of the billing. */
  cast: { person_id: number; name: string }[];
}

/** A row of `optionsSql`: a possible option. The query also selects the columns that the kind's text needs. */
export interface OptionRow {
  is_right: boolean;
  film_id: number | null;
  person_id: number | null;
  /** In English, or the same in both languages. */
  label: string;
  label_es: string | null;
}

/** An option of a question that is being written. `value` is for the proof, if the label does not suffice. */
export interface DraftOption {
  label: string;
  value: string | null;
  filmId: number | null;
  personId: number | null;
}

/** The input of `QuestionWriter.write`. */
export interface WriterInput<Row extends OptionRow> {
  readonly subject: Subject;
  readonly right: Row;
  /** The rows of the options; the right one is first. */
  readonly rows: readonly Row[];
  readonly language: Language;
  /** The language of texts that the data set may have in English only. */
  readonly textLanguage: Language;
  readonly t: QuestionText;
  /** The subject in Markdown: the title, escaped and in bold. */
  readonly title: string;
  /** The title with its year, for questions whose answer the year does not give away. */
  readonly titleAndYear: string;
}

export interface QuestionContent {
  /** Undefined if the text would give the answer away. */
  readonly text: string | undefined;
  readonly steps?: readonly string[];
  /** Texts of the data in the question. If one shares the stem of a significant word with the answer in either
   * language, the question is not asked. */
  readonly quoted?: readonly string[];
  /** Best first; the first hint that names no option is used. */
  readonly hints: readonly (string | undefined)[];
  /** The parameters of the proof besides the film and the options. */
  readonly about?: unknown;
  /** People named in the text. */
  readonly people?: readonly number[];
}

/** How one kind of question is written and proven. */
export interface QuestionWriter<Row extends OptionRow = OptionRow> {
  /**
   * Query by $id, $seed, $difficulty and $language (of the text), or some of them. Returns the right row and the wrong rows,
   * preferred rows first.
   */
  readonly optionsSql: string;
  /**
   * Query by $question, `{filmId, about, options: [{label, folded, value, filmId, personId}]}` as JSON. Returns the index
   * `nr` of each right option, perhaps several times: without `distinct` it takes half the time. It reads the data independently
   * of `optionsSql`.
   */
  readonly proofSql: string;
  /** The number of wrong options; 3 by default. */
  readonly wrongOptions?: { readonly min: number; readonly max: number };
  /**
   * Whether two rows cannot be options of one question; by default, whether they are films whose titles share a significant word.
   * Rows with the same folded label always clash.
   */
  clash?(one: Row, other: Row, language: Language): boolean;
  /** The label of a row, if it is not a column. */
  label?(row: Row, language: Language): string;
  write(input: WriterInput<Row>): QuestionContent;
}
