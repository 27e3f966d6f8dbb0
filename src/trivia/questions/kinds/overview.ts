import { plain } from '../../../text/sanitize.ts';
import { directorHint, genreAndYearHint } from '../hints.ts';
import { maskNames } from '../mask-names.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  overview: string | null;
  overview_es: string | null;
  /** Titles, people and characters of the film, and the name of its saga. */
  names: string[];
}

/** Which film does this overview describe? Its names are masked; the wrong films share genres and keywords with it. */
export const overview: QuestionWriter<Row> = {
  optionsSql: `
    with asked as (
      select overview, overview_es, collection from movies where id = $id
    ),
    names as (
      select title as name from titles where movie_id = $id
      union
      select name from cast_members where movie_id = $id
      union
      select character from cast_members where movie_id = $id and character is not null
      union
      select name from directors join people using (person_id) where movie_id = $id
      union
      select regexp_replace(collection, ' Collection$', '') from asked where collection is not null
    ),
    sharing as (
      select movie_id, count(*) as shared
      from movie_keywords
      where keyword_id in (select keyword_id from movie_keywords semi join question_keywords using (keyword_id) where movie_id = $id)
      group by movie_id
    ),
    films as (
      select id, title, title_es, null as distance from question_films where id = $id
      union all
      select id, title, title_es, distance - 0.8 * least(coalesce(shared, 0), 4)
      from films_like($id, $seed, $difficulty) left join sharing on movie_id = id
    )
    select
      id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es,
      overview, overview_es, (select list(name order by name) from names) as names
    from films cross join asked
    order by is_right desc, distance, id
    limit 12
  `,
  proofSql: `
    with texts as (
      select nr, movies.id, string_split(lower(overview), ' ') as words
      from films_of_options($question::json) options join movies on movies.id = options.movie_id
    ),
    asked as (
      select id, string_split(lower(overview), ' ') as words
      from movies where id = ($question->>'$.filmId')::integer
    )
    select nr
    from texts cross join asked
    where texts.id = asked.id
      or length(list_intersect(texts.words, asked.words)) > 0.5 * length(list_distinct(asked.words))
  `,
  write: (input) => {
    const { right, textLanguage, t } = input;
    const text = textLanguage === 'es' ? right.overview_es : right.overview;
    const masked = maskNames(text ?? '', right.names);
    return {
      text: masked === '' ? undefined : t.overview(plain(masked)),
      // A masked word of the title would tell as much as the word.
      quoted: [text ?? ''],
      hints: [directorHint(input), genreAndYearHint(input)],
    };
  },
};
