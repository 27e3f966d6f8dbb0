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
      from question_directors where movie_id = $id order by hash(person_id, $seed) limit 1
    ),
    alike as (
      select id from films_like($id, $seed) order by distance, id limit 120
    ),
    candidates as (
      select distinct person_id, name, votes
      from question_directors semi join alike on alike.id = movie_id
      where person_id not in (from credited)
      union all
      select person_id, name, votes from answer
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
      abs(ln((candidates.votes + 1) / (answer.votes + 1))) + (hash(candidates.person_id, $seed) % 1000) / 1000
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
