import type { Language } from '../../../contract/call.ts';
import { sharesWord } from '../choose-options.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  release_year: number;
}

/**
 * Which of these films does not belong to the saga of the others? The titles share no significant word, and the odd film
 * shares no director or cast member with the saga.
 */
export const oddOneOut: QuestionWriter<Row> = {
  optionsSql: `
    with saga as (
      select other.id, other.title, other.title_es, other.release_year, other.fame >= 870 as known
      from question_films asked join question_films other on other.collection_id = asked.collection_id
      where asked.id = $id and not other.has_namesake
    ),
    saga_people as (
      select person_id from directors where movie_id in (select id from saga)
      union all
      select person_id from cast_members where movie_id in (select id from saga)
    ),
    related as (
      select movie_id from question_cast where person_id in (from saga_people)
      union all
      select movie_id from directors where person_id in (from saga_people)
    ),
    strangers as (
      select id, title, title_es, release_year
      from films_like($id, $seed, $difficulty)
      where not has_namesake and id not in (from related)
      order by distance, id
      limit 12
    )
    select
      true as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es, release_year,
      0 as place
    from strangers
    union all
    select
      false, id, null, title, title_es, release_year,
      1 + row_number() over (order by id = $id desc, known desc, hash(id, $seed))
    from saga
    order by place
  `,
  wrongOptions: { min: 2, max: 3 },
  proofSql: `
    with sagas as (
      select nr, movies.collection_id
      from films_of_options($question::json) options join movies on movies.id = options.movie_id
      where movies.id = film_id or vote_count >= 50
    )
    select one.nr
    from sagas one
    where not exists (
      from sagas other where other.nr <> one.nr and other.collection_id = one.collection_id
    )
  `,
  clash: (one, other, language) => sharesWord([titleOf(one, language)], [titleOf(other, language)]),
  write: ({ t, rows, right }) => ({
    text: t.oddOneOut(rows.length),
    hints: [t.hints.year(right.release_year)],
  }),
};

const titleOf = (row: Row, language: Language) =>
  language === 'es' ? (row.label_es ?? row.label) : row.label;
