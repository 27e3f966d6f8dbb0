import { genreHint, listOf, otherFilm } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** The best known other film of that year. */
  other_title: string | null;
  other_title_es: string | null;
}

/** What year is this film from? The wrong years are three years apart, eight if it is easy, and not in the future. */
export const year: QuestionWriter<Row> = {
  optionsSql: `
    with answer as (
      select release_year as right_year from movies where id = $id
    ),
    latest as (
      select max(release_year) as last_year from question_films
    ),
    years as (
      select
        right_year + unnest(range(-3, 4))::integer * case $difficulty when 1 then 8 when 2 then 5 else 3 end as year,
        right_year
      from answer
    ),
    other_film as (
      select title, title_es
      from question_films
      where release_year = (select right_year from answer) and id <> $id
        and id not in (select movie_id from namesakes where film_id = $id)
        and not regexp_matches(title || title_es, '\\d{4}')
      order by vote_count desc, id
      limit 1
    )
    select
      year = right_year as is_right,
      null::integer as film_id,
      null::integer as person_id,
      year::varchar as label,
      null::varchar as label_es,
      (select title from other_film) as other_title,
      (select title_es from other_film) as other_title_es
    from years cross join latest
    where year between 1900 and last_year or year = right_year
    order by is_right desc, hash(year, $seed)
  `,
  proofSql: `
    with asked as (
      select ($question->>'$.filmId')::integer as id
    ),
    -- Films with this title by the same directors: title and directors do not tell them apart.
    ambiguous as (
      select id from asked
      union all
      select movie_id
      from namesakes join directors using (movie_id)
      where film_id in (from asked)
        and person_id in (select person_id from directors where movie_id in (from asked))
    )
    select nr
    from options_of($question::json) join movies on release_year = label::integer
    where id in (from ambiguous)
  `,
  write: (input) => {
    const { subject, t, title } = input;
    const directors = subject.directors.map(({ name }) => name);
    return {
      text: t.year(title, listOf(directors, t.and)),
      people: subject.directors.map(({ person_id }) => person_id),
      hints: [otherFilm(input, 'sameYear', input.right), genreHint(input)],
    };
  },
};
