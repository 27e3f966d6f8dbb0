import { plain } from '../../../text/sanitize.ts';
import { genreHint, otherFilm } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** The character that the right person plays. */
  role: string;
  role_es: string | null;
  other_title: string | null;
  other_title_es: string | null;
}

/**
 * Who plays this character? The wrong people play other characters of the film, preferably of the same gender. At medium and hard,
 * people who lead several films of the saga are not asked for.
 */
export const character: QuestionWriter<Row> = {
  optionsSql: `
    with roles as (
      from question_cast where movie_id = $id and character is not null and position < 8
    ),
    answer as (
      from roles
      where role is not null and ($language = 'en' or role_es is not null) and position < if($difficulty = 1, 1, 3)
        and ($difficulty = 1 or not is_face)
      order by fame >= if($difficulty = 3, 3500, 5000) desc, hash(person_id, $seed)
      limit 1
    )
    select
      roles.person_id = answer.person_id as is_right, null::integer as film_id, roles.person_id, roles.name as label,
      null::varchar as label_es, answer.role, answer.role_es,
      other.title as other_title, other.title_es as other_title_es
    from roles cross join answer left join other_films_of($id) other on other.id = answer.other_id
    where roles.person_id = answer.person_id or not contains(roles.character, answer.role)
    order by is_right desc, (roles.gender <> answer.gender) is true, roles.fame < 3500, roles.position + 3 * (hash(roles.person_id, $seed) % 1000) / 1000
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
  write: (input) => {
    const { right, language, t } = input;
    const role = language === 'es' ? (right.role_es ?? right.role) : right.role;
    return {
      quoted: [right.role, input.title],
      text: t.character(plain(role), input.titleAndYear),
      about: right.role,
      hints: [otherFilm(input, 'alsoActed', right), genreHint(input)],
    };
  },
};
