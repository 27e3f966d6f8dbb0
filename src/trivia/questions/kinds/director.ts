import { castHint, genreHint, otherFilm } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** Another film by the right director, not better known: a better known one would give the answer away. */
  other_title: string | null;
  other_title_es: string | null;
}

/** Who directed this film? The wrong people directed similar films and are about as well known. */
export const director: QuestionWriter<Row> = {
  optionsSql: `
    with credited as (
      select person_id from directors where movie_id = $id
      union all
      select person_id from cast_members where movie_id = $id
    ),
    answer as (
      from question_directors where movie_id = $id order by fame desc, person_id limit 1
    ),
    alike as (
      select id, distance from films_like($id, $seed, $difficulty) order by distance, id limit 200
    ),
    candidates as (
      select person_id, name, fame, distance
      from (
        select person_id, name, question_directors.fame, min(distance) as distance, arg_min(movie_id, distance) as film
        from question_directors join alike on alike.id = movie_id
        where person_id not in (from credited)
        group by all
      )
      -- Two directors of one film: neither can be right.
      qualify row_number() over (partition by film order by fame desc, person_id) = 1
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
    from people_of_options($question::json) options join directors using (person_id)
    where movie_id = ($question->>'$.filmId')::integer
  `,
  write: (input) => ({
    quoted: [input.title],
    text: input.t.director(input.titleAndYear),
    hints: [otherFilm(input, 'alsoDirected', input.right), castHint(input), genreHint(input)],
  }),
};
