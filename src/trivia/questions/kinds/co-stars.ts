import { genreAndYearHint, listOf } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** The two best known of the first three of the cast. */
  names: string[];
  people: number[];
}

/** In which film are these two together? The wrong films are similar; one or two of them have one of the two people. */
export const coStars: QuestionWriter<Row> = {
  optionsSql: `
    with two as (
      select person_id, name, position
      from question_cast
      where movie_id = $id and position < 3
        and person_id not in (select person_id from directors where movie_id = $id)
      order by fame desc, person_id
      limit 2
    ),
    pair as (
      select list(person_id order by position) as people, list(name order by position) as names from two
    ),
    met as (
      select movie_id, count(*) as members
      from cast_members
      where person_id in (select person_id from two)
      group by movie_id
    ),
    near as (
      select films.id, title, title_es, distance, members
      from films_like($id, $seed, $difficulty) films left join met on met.movie_id = films.id
      where has_cast and coalesce(members, 0) < 2
    ),
    films as (
      select id, title, title_es, 0 as place from question_films where id = $id
      union all
      select
        id, title, title_es,
        row_number() over (partition by members is null order by distance, id) * if(members is null, 2, 1)
      from near
    )
    select
      id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es,
      names, people
    from films cross join pair
    where length(people) = 2
    order by is_right desc, place, id
    limit 12
  `,
  proofSql: `
    with pair as (
      select person_id, other_id
      from people_namesakes
      where person_id in (select unnest(($question->'$.about')::integer[]))
    ),
    met as (
      select distinct nr, options.movie_id, pair.person_id
      from films_of_options($question::json) options
      join cast_members using (movie_id)
      join pair on pair.other_id = cast_members.person_id
    )
    select nr
    from (select nr, movie_id from met group by nr, movie_id having count(*) = 2)
  `,
  write: (input) => ({
    text: input.t.coStars(listOf(input.right.names, input.t.and)),
    about: input.right.people,
    people: input.right.people,
    hints: [genreAndYearHint(input)],
  }),
};
