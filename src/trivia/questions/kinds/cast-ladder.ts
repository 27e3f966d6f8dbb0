import { plain } from '../../../text/sanitize.ts';
import { genreAndYearHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** The first five of the cast, the fifth first. */
  names: string[];
  people: number[];
}

/**
 * Which film are these five people in? The wrong films have at most one of them. At medium and hard, films with the first of the cast
 * are preferred, so that the best known name does not decide.
 */
export const castLadder: QuestionWriter<Row> = {
  optionsSql: `
    with five as (
      select list(person_id order by position desc) as people, list(name order by position desc) as names
      from question_cast
      where movie_id = $id and position < 5
    ),
    met as (
      select movie_id, count(*) as members, bool_or(person_id = (select people[-1] from five)) as has_first
      from cast_members
      where person_id in (select unnest(people) from five)
      group by movie_id
    ),
    films as (
      select id, title, title_es, null as distance from question_films where id = $id
      union all
      select id, title, title_es, distance - if($difficulty > 1 and has_first, 10, 0)
      from films_like($id, $seed, $difficulty) films left join met on met.movie_id = films.id
      where has_cast and coalesce(members, 0) < 2
    )
    select
      id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es,
      names, people
    from films cross join five
    order by is_right desc, distance, id
    limit 12
  `,
  proofSql: `
    with five as (
      select person_id, other_id
      from people_namesakes
      where person_id in (select unnest(($question->'$.about')::integer[]))
    )
    select nr
    from films_of_options($question::json) options
    join cast_members using (movie_id)
    join five on five.other_id = cast_members.person_id
    group by nr, movie_id
    having count(distinct five.person_id) > 1
  `,
  write: (input) => ({
    text: input.t.castLadder,
    steps: input.right.names.map(plain),
    about: input.right.people,
    people: input.right.people,
    hints: [genreAndYearHint(input)],
  }),
};
