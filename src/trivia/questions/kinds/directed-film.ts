import { plain } from '../../../text/sanitize.ts';
import { sharesWord } from '../choose-options.ts';
import { genreAndYearHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  director_id: number;
  director: string;
  director_ids: number[];
}

/** Which of these films did this person direct? */
export const directedFilm: QuestionWriter<Row> = {
  optionsSql: `
    with director as (
      select person_id as director_id, name as director
      from question_directors
      where movie_id = $id
      order by fame desc, person_id
      limit 1
    ),
    films as (
      select id, title, title_es, [director_id] as director_ids, null as distance from question_films cross join director where id = $id
      union all
      select id, title, title_es, list_transform(directors, lambda one: one.person_id), distance
      from films_like($id, $seed, $difficulty)
      where id not in (
        select movie_id from directors where person_id in (select director_id from director)
        union all
        select movie_id from question_cast where person_id in (select director_id from director)
      )
    )
    select
      id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es,
      director_id, director, director_ids
    from films cross join director
    order by is_right desc, distance, id
    limit 12
  `,
  proofSql: `
    select nr
    from films_of_options($question::json) options join directors using (movie_id)
    where person_id in (
      select other_id from people_namesakes where person_id = ($question->>'$.about')::integer
    )
  `,
  /** Two films of one director: neither can be right. */
  clash: (one, other) =>
    sharesWord([one.label, one.label_es ?? ''], [other.label, other.label_es ?? '']) ||
    one.director_ids.some((id) => other.director_ids.includes(id)),
  write: (input) => ({
    text: input.t.directedFilm(plain(input.right.director)),
    about: input.right.director_id,
    people: [input.right.director_id],
    hints: [genreAndYearHint(input)],
  }),
};
