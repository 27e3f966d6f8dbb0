import { plain } from '../../../replies/format.ts';
import { genreHint, otherFilm } from '../hints.ts';
import type { OptionRow, QuestionKind } from '../question-kind.ts';

interface Row extends OptionRow {
  /** Whom the right one plays. */
  character: string;
  other_title: string | null;
  other_title_es: string | null;
}

/** Who plays this character? The others play other characters of the same film. */
export const character: QuestionKind<Row> = {
  write: `
    with roles as (
      select
        cast_members.person_id, people.name, position,
        regexp_replace(character, ' \\((?i:voice)\\)$', '') as character
      from cast_members join people using (person_id)
      where movie_id = $id and position < 10 and character is not null and readable(people.name)
    ),
    answer as (
      select person_id, character
      from roles
      where position < 8 and regexp_full_match(character, '(\\p{Lu}[\\p{L}''’.-]+)( (of|the|de|von|van|\\p{Lu}[\\p{L}''’.-]*)){1,4}')
        and lower(character) <> lower(name)
      order by hash(person_id, $seed)
      limit 1
    ),
    other_film as (
      select title, title_es
      from credits
      join question_films on id = movie_id
      where person_id = (select person_id from answer) and role = 'actor' and movie_id <> $id
        and vote_count <= (select vote_count from question_films where id = $id)
        and not list_has_any(names, (select names from question_films where id = $id))
      order by vote_count desc, id
      limit 1
    )
    select
      roles.person_id = answer.person_id as is_right, null::integer as film_id, roles.person_id, name as label,
      null::varchar as label_es, answer.character,
      (select title from other_film) as other_title,
      (select title_es from other_film) as other_title_es
    from roles cross join answer
    where roles.person_id = answer.person_id or roles.character <> answer.character
    order by is_right desc, position + 4 * (hash(roles.person_id, $seed) % 1000) / 1000
  `,
  proof: `
    select distinct nr
    from options_of($question::json) options
    join people named on named.person_id = options.person_id
    join people same_name on same_name.folded = named.folded
    join cast_members on cast_members.person_id = same_name.person_id
    where cast_members.movie_id = ($question->>'$.filmId')::integer
      and (
        contains(lower(cast_members.character), lower($question->>'$.about'))
        or contains(lower($question->>'$.about'), lower(cast_members.character))
      )
  `,
  word: (draft) => ({
    text: draft.words.character(plain(draft.right.character), draft.titleAndYear),
    about: draft.right.character,
    hints: [otherFilm(draft, 'alsoActed', draft.right), genreHint(draft)],
  }),
};
