import type { Language } from '../../../contract/call.ts';
import { fold } from '../../../lib/fold.ts';
import { castHint, directorHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  release_year: number;
  /** The place of the film in its saga, from 1. */
  place: number;
}

/** Words that give away a film's place in its saga: numbers, "part", "last" and the like. */
const NUMBERED =
  /\d|\b[IVX]+\b|\b(?:part|parte|one|two|three|four|second|third|dos|tres|cuatro|segunda|tercera|segundo|tercer|chapter|capítulo|episode|episodio|volume|volumen|first|last|final|begins|beginning|returns)\b/iu;

/**
 * Which of these films of one saga came out first, second or third? Their years are all different. The first film of the saga is not
 * the answer, and the second and third are those of the whole saga.
 */
export const collectionOrder: QuestionWriter<Row> = {
  optionsSql: `
    select
      other.id = $id as is_right, other.id as film_id, null::integer as person_id, other.title as label,
      other.title_es as label_es, other.release_year,
      (select count(*) from movies where collection_id = asked.collection_id and movies.release_date <= other.release_date)::int as place
    from question_films asked join question_films other on other.collection_id = asked.collection_id
    where asked.id = $id and not other.has_namesake
    order by is_right desc, other.fame >= 870 desc, other.release_year * if(hash($id, $seed) % 2 = 0, 1, -1)
  `,
  wrongOptions: { min: 2, max: 3 },
  proofSql: `
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
    isPrefix(titleOf(one, language), titleOf(other, language)) ||
    isPrefix(titleOf(other, language), titleOf(one, language)),
  write: (input) => {
    const place = input.rows.filter((row) => row.release_year <= input.right.release_year).length;
    const isFair = place === 1 ? input.right.place > 1 : input.right.place === place;
    return {
      text: isFair ? input.t.collectionOrder(place) : undefined,
      about: place,
      hints: [directorHint(input), castHint(input)],
    };
  },
};

const titleOf = (row: Row, language: Language) =>
  language === 'es' ? (row.label_es ?? row.label) : row.label;

const isNumbered = (row: Row, language: Language) => NUMBERED.test(titleOf(row, language));

/** Anybody can tell that "Step Up" came out before "Step Up Revolution". */
const isPrefix = (title: string, longer: string) => fold(longer).startsWith(`${fold(title)} `);
