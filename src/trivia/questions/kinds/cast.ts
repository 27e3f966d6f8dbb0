import { directorHint, genreHint, otherFilm } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** Another film that the right person is in, not better known. */
  other_title: string | null;
  other_title_es: string | null;
}

/**
 * Who is in the cast of this film? The wrong people lead casts of similar films, are not in its saga, and are of the same gender,
 * because a title may reveal the gender. People who lead several films of the saga are not asked for.
 */
export const cast: QuestionWriter<Row> = {
  optionsSql: `
    with saga as (
      select $id::integer as movie_id
      union all
      select other.id
      from movies asked join movies other on other.collection_id = asked.collection_id
      where asked.id = $id
    ),
    credited as (
      select person_id from directors where movie_id in (from saga)
      union all
      select person_id from cast_members where movie_id in (from saga)
    ),
    answer as (
      from question_cast
      where movie_id = $id and position < if($difficulty = 1, 1, 3)
        and not is_face
        and person_id not in (select person_id from directors where movie_id = $id)
        and not list_has_any(
          list_filter(string_split(folded, ' '), lambda word: length(word) > 3),
          (select flatten(list_transform(names, lambda name: string_split(name, ' '))) from question_films where id = $id)
        )
      order by fame >= case $difficulty when 1 then 10000 when 2 then 5000 else 3500 end desc, hash(person_id, $seed)
      limit 1
    ),
    alike as (
      select id, distance from films_like($id, $seed, $difficulty) order by distance, id limit 120
    ),
    candidates as (
      select person_id, name, question_cast.fame, min(distance) as distance
      from question_cast join alike on alike.id = movie_id
      where position < 3 and person_id not in (from credited) and (gender <> (select gender from answer)) is not true
      group by all
      union all
      select person_id, name, fame, null from answer
    )
    select
      candidates.person_id = answer.person_id as is_right,
      null::integer as film_id,
      candidates.person_id,
      candidates.name as label,
      null::varchar as label_es,
      other.title as other_title,
      other.title_es as other_title_es
    from candidates cross join answer left join other_films_of($id) other on other.id = answer.other_id
    order by
      is_right desc,
      candidates.distance / 2 + abs(ln((candidates.fame + 500) / (answer.fame + 500)))
        + if(candidates.fame < least(answer.fame, 3500), 4, 0),
      candidates.person_id
    limit 12
  `,
  proofSql: `
    select nr
    from people_of_options($question::json) options join cast_members using (person_id)
    where movie_id = ($question->>'$.filmId')::integer
  `,
  write: (input) => ({
    quoted: [input.title],
    text: input.t.cast(input.titleAndYear),
    hints: [otherFilm(input, 'alsoActed', input.right), directorHint(input), genreHint(input)],
  }),
};
