import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Language } from '../../contract/call.ts';
import type { Option, Question } from '../../game/question.ts';
import { fold } from '../../lib/fold.ts';
import { shuffle } from '../../lib/random.ts';
import { plain } from '../../text/sanitize.ts';
import { chooseHint, chooseRows, labelOf, sharesStem } from './choose-options.ts';
import { kinds } from './kinds/index.ts';
import type { PoolSlice } from './pool.ts';
import type { DraftOption, OptionRow, QuestionContent, QuestionWriter, Subject } from './question-writer.ts';
import { questionText } from './text.ts';

export interface WriteOptions {
  readonly slice: Pick<PoolSlice, 'kind' | 'difficulty'>;
  readonly filmId: number;
  readonly language: Language;
  /** Whether the text of the data exists in `language`; if not, it is in English. */
  readonly translated: boolean;
}

/** Longest label of a Discord button. */
const MAX_LABEL = 80;

/**
 * Writes a question and proves it with a second query. Undefined if the film has not enough options, if the text would
 * give the answer away, or if the proof does not find exactly one right option.
 */
export async function writeQuestion(
  catalogue: Snapshot,
  { slice, filmId, language, translated }: WriteOptions,
  random: () => number,
): Promise<Question | undefined> {
  const { kind, difficulty } = slice;
  const writer = kinds[kind];
  const textLanguage = translated ? language : 'en';
  const seed = Math.floor(random() * 2 ** 31);
  const [subject, found] = await Promise.all([
    readSubject(catalogue, filmId),
    catalogue.query<OptionRow>(
      writer.optionsSql,
      onlyNamed(writer.optionsSql, { id: filmId, seed, difficulty, language: textLanguage }),
    ),
  ]);
  const chosen = chooseRows(found, writer, language);
  const right = chosen?.[0];
  if (chosen === undefined || right === undefined) return undefined;
  const title = `**${plain(language === 'es' ? subject.title_es : subject.title)}**`;
  const titleAndYear = `${title} (${subject.release_year})`;
  const t = questionText[language];
  const content = writer.write({
    subject,
    right,
    rows: chosen,
    language,
    textLanguage,
    t,
    title,
    titleAndYear,
  });
  const rows = shuffle(chosen, random);
  const options = rows.map((row) => optionOf(row, writer, language));
  const answer = rows.indexOf(right);
  const answers = [options[answer]?.label ?? '', right.label, right.label_es ?? ''];
  if (content.text === undefined || sharesStem(content.quoted ?? [], answers)) return undefined;
  if (!(await isProven(catalogue, writer, { filmId, content, options, answer }))) return undefined;
  return {
    kind,
    filmId,
    difficulty,
    language,
    text: content.text,
    ...(content.steps === undefined ? {} : { steps: content.steps }),
    options: options.map(publicOption),
    answer,
    hint: chooseHint(content.hints, options, subject, language),
    films: distinct([filmId, ...options.map((option) => option.filmId)]),
    people: distinct([...options.map((option) => option.personId), ...(content.people ?? [])]),
    genre: subject.genre,
    decade: Math.floor(subject.release_year / 10) * 10,
    originalLanguage: subject.original_language,
  };
}

/** The parameters that the SQL names: DuckDB refuses others. */
const onlyNamed = <Value>(sql: string, params: Record<string, Value>) =>
  Object.fromEntries(Object.entries(params).filter(([name]) => sql.includes(`$${name}`)));

const subjectById = `
  select id, title, title_es, release_year, vote_count, genre, original_language, directors, "cast"
  from question_films where id = $id
`;

/** Throws if there is no such film: ids come from the pool. */
async function readSubject({ query }: Snapshot, id: number): Promise<Subject> {
  const [subject] = await query<Subject>(subjectById, { id });
  if (subject === undefined) throw new Error(`no film ${id}`);
  return subject;
}

function optionOf(row: OptionRow, writer: QuestionWriter, language: Language): DraftOption {
  const value = 'value' in row && typeof row.value === 'string' ? row.value : null;
  return { label: labelOf(row, writer, language), value, filmId: row.film_id, personId: row.person_id };
}

const publicOption = ({ label, filmId, personId }: DraftOption): Option => ({
  label,
  ...(filmId === null ? {} : { filmId }),
  ...(personId === null ? {} : { personId }),
});

const distinct = (ids: readonly (number | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** Whether the proof finds exactly the answer, and the labels differ and fit into buttons. */
async function isProven(
  { query }: Snapshot,
  { proofSql }: QuestionWriter,
  {
    filmId,
    content,
    options,
    answer,
  }: { filmId: number; content: QuestionContent; options: readonly DraftOption[]; answer: number },
): Promise<boolean> {
  const labels = options.map(({ label }) => fold(label));
  if (new Set(labels).size < labels.length) return false;
  if (options.some(({ label }) => label.length > MAX_LABEL)) return false;
  const question = JSON.stringify({
    filmId,
    about: content.about ?? null,
    options: options.map((option, index) => ({ ...option, folded: labels[index] })),
  });
  const right = new Set((await query<{ nr: number }>(proofSql, { question })).map(({ nr }) => Number(nr)));
  return right.size === 1 && right.has(answer);
}
