import { plain } from '../../../text/sanitize.ts';
import { genreAndYearHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-kind.ts';

interface Row extends OptionRow {
  /** The first five of the asked film's billing, the fifth first. */
  names: string[];
  people: number[];
}

/** Which film are these five in, from the fifth billed to the first? No other has any of them. */
export const castLadder: QuestionWriter<Row> = {
  write: `
    with five as (
      select list(person_id order by position desc) as people, list(name order by position desc) as names
      from question_cast
      where movie_id = $id and position < 5
    ),
    films as (
      select id, title, title_es, null as distance from question_films where id = $id
      union all
      select id, title, title_es, distance
      from films_like($id, $seed)
      where has_cast
        and id not in (select movie_id from cast_members where person_id in (select unnest(people) from five))
    )
    select
      id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es,
      names, people
    from films cross join five
    order by is_right desc, distance, id
    limit 12
  `,
  proof: `
    with five as (
      select other_id
      from people_namesakes
      where person_id in (select unnest(($question->'$.about')::integer[]))
    )
    select distinct nr
    from films_of_options($question::json) options
    join cast_members using (movie_id)
    where cast_members.person_id in (from five)
  `,
  word: (draft) => ({
    text: draft.words.castLadder,
    steps: draft.right.names.map(plain),
    about: draft.right.people,
    people: draft.right.people,
    hints: [genreAndYearHint(draft)],
  }),
};
