import type { Language } from '../../../contract/call.ts';
import { fold } from '../../../lib/fold.ts';
import { castHint, directorHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-kind.ts';

interface Row extends OptionRow {
  release_year: number;
}

/** What tells the place of a film in its saga: numbers, and words such as "part" or "last". */
const NUMBERED =
  /\d|\b[IVX]+\b|\b(?:part|parte|one|two|three|four|second|third|dos|tres|cuatro|segunda|tercera|segundo|tercer|chapter|capítulo|episode|episodio|volume|volumen|first|last|final|begins|beginning|returns)\b/iu;

/** Which of these films of one saga came out first, second, third? By years, all different. */
export const collectionOrder: QuestionWriter<Row> = {
  write: `
    select
      other.id = $id as is_right, other.id as film_id, null::integer as person_id, other.title as label,
      other.title_es as label_es, other.release_year
    from question_films asked join question_films other on other.collection_id = asked.collection_id
    where asked.id = $id and not other.has_namesake
    order by is_right desc, hash(other.id, $seed)
  `,
  wrong: { most: 3, least: 2 },
  proof: `
    with placed as (
      select
        nr, movies.release_year, movies.collection_id,
        row_number() over (order by movies.release_date) as place
      from options_of($question::json) options join movies on movies.id = options.film_id
    )
    select nr
    from placed
    where place = ($question->>'$.about')::integer
      and (select count(distinct collection_id) = 1 and count(distinct release_year) = count(*) from placed)
  `,
  clash: (one, other, language) =>
    one.release_year === other.release_year ||
    [one, other].some((row) => isNumbered(row, language)) ||
    isBegun(labelIn(one, language), labelIn(other, language)) ||
    isBegun(labelIn(other, language), labelIn(one, language)),
  word: (draft) => {
    const place = draft.rows.filter((row) => row.release_year <= draft.right.release_year).length;
    return {
      text: draft.words.collectionOrder(place),
      about: place,
      hints: [directorHint(draft), castHint(draft)],
    };
  },
};

const labelIn = (row: Row, language: Language) =>
  language === 'es' ? (row.label_es ?? row.label) : row.label;

const isNumbered = (row: Row, language: Language) => NUMBERED.test(labelIn(row, language));

/** "Step Up" comes before "Step Up Revolution", and everybody can tell. */
const isBegun = (title: string, longer: string) => fold(longer).startsWith(`${fold(title)} `);
