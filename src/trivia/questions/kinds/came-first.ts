import type { QuestionWriter } from '../question-writer.ts';

/** Which of these films came out first? The wrong ones came out two to six years later, ten to thirty if it is easy. */
export const cameFirst: QuestionWriter = {
  optionsSql: `
    with later as (
      select other.*, row_number() over (order by distance, other.id) as place
      from films_like($id, $seed, $difficulty) other join question_films asked on asked.id = $id
      where not other.has_namesake
        and year(other.release_date) - year(asked.release_date) between
          case $difficulty when 1 then 10 when 2 then 4 else 2 end and case $difficulty when 1 then 30 when 2 then 15 else 6 end
        and not regexp_matches(other.title || other.title_es, '\\d{4}')
    )
    select id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es, 0 as place
    from question_films where id = $id
    union all
    select false, id, null, title, title_es, place from later
    order by place
    limit 12
  `,
  proofSql: `
    with named as (
      select nr, release_date
      from films_of_options($question::json) options join movies on movies.id = options.movie_id
      where movies.id = film_id or vote_count >= 50
    ),
    spans as (
      select nr, min(release_date) as earliest, max(release_date) as latest from named group by nr
    )
    select one.nr
    from spans one
    where not exists (
      from spans other where other.nr <> one.nr and other.earliest < one.latest + interval 1 year
    )
  `,
  write: ({ t, subject }) => ({
    text: t.cameFirst,
    hints: [t.hints.year(subject.release_year)],
  }),
};
