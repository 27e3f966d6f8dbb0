import { genreHint, listOf, otherFilm } from '../hints.ts';
import type { OptionRow, QuestionKind } from '../question-kind.ts';

interface Row extends OptionRow {
  /** The best known other film of that year. */
  other_title: string | null;
  other_title_es: string | null;
}

/** Of what year is this film? The others are near, and up to now. */
export const year: QuestionKind<Row> = {
  write: `
    with answer as (
      select release_year as right_year from movies where id = $id
    ),
    latest as (
      select max(release_year) as last_year from question_films
    ),
    years as (
      select right_year + unnest(range(-9, 10))::integer as year, right_year from answer
    ),
    other_film as (
      select title, title_es
      from question_films
      where release_year = (select right_year from answer) and id <> $id
        and not list_has_any(names, (select names from question_films where id = $id))
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
    where year <= last_year
    order by is_right desc, hash(year, $seed)
  `,
  proof: `
    with asked as (
      select ($question->>'$.filmId')::integer as id
    ),
    namesakes as (
      select distinct other.movie_id
      from titles one join titles other using (folded)
      where one.movie_id = (select id from asked)
        and (
          other.movie_id = one.movie_id
          or exists (
            from directors a join directors b using (person_id)
            where a.movie_id = one.movie_id and b.movie_id = other.movie_id
          )
        )
    )
    select distinct nr
    from options_of($question::json)
    join movies on release_year = label::integer
    where id in (from namesakes)
  `,
  clash: (one, other) => Math.abs(Number(one.label) - Number(other.label)) < 2,
  word: (draft) => {
    const { subject, words, title } = draft;
    const directors = subject.directors.map(({ name }) => name);
    return {
      text: words.year(title, listOf(directors, words.and)),
      people: subject.directors.map(({ person_id }) => person_id),
      hints: [otherFilm(draft, 'sameYear', draft.right), genreHint(draft)],
    };
  },
};
