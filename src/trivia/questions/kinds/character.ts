import { plain } from '../../../text/sanitize.ts';
import { genreHint, otherFilm } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** The character that the right person plays. */
  character: string;
  other_title: string | null;
  other_title_es: string | null;
}

/** Who plays this character? The wrong people play other characters of the film. */
export const character: QuestionWriter<Row> = {
  optionsSql: `
    with roles as (
      select * replace (regexp_replace(character, ' \\((?i:voice)\\)$', '') as character)
      from question_cast
      where movie_id = $id and character is not null
    ),
    answer as (
      from roles
      where position < 8
        and regexp_full_match(character, '(\\p{Lu}[\\p{L}''’.-]+)( (of|the|de|von|van|\\p{Lu}[\\p{L}''’.-]*)){1,4}')
        and character not like 'The %'
        and not list_has_any(string_split(lower(strip_accents(character)), ' '), string_split(folded, ' '))
      order by hash(person_id, $seed)
      limit 1
    )
    select
      roles.person_id = answer.person_id as is_right, null::integer as film_id, roles.person_id, roles.name as label,
      null::varchar as label_es, answer.character,
      other.title as other_title, other.title_es as other_title_es
    from roles cross join answer left join other_films_of($id) other on other.id = answer.other_id
    where roles.person_id = answer.person_id or roles.character <> answer.character
    order by is_right desc, roles.position + 4 * (hash(roles.person_id, $seed) % 1000) / 1000
  `,
  proofSql: `
    select nr
    from people_of_options($question::json) options join cast_members using (person_id)
    where movie_id = ($question->>'$.filmId')::integer
      and (
        contains(lower(cast_members.character), lower($question->>'$.about'))
        or contains(lower($question->>'$.about'), lower(cast_members.character))
      )
  `,
  write: (input) => ({
    quoted: [input.right.character, input.title],
    text: input.t.character(plain(input.right.character), input.titleAndYear),
    about: input.right.character,
    hints: [otherFilm(input, 'alsoActed', input.right), genreHint(input)],
  }),
};
