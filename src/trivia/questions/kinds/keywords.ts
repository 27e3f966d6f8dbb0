import { plain } from '../../../text/sanitize.ts';
import { directorHint, genreAndYearHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** Four or five keywords in the language of the text. */
  keywords: string[];
}

/** Which film has these keywords? They are up to five of its eight rarest; the wrong films have some of them, but not nearly all. */
export const keywords: QuestionWriter<Row> = {
  optionsSql: `
    with usable as (
      select keyword_id, if($language = 'es', keyword_es, keyword) as word, films
      from movie_keywords join question_keywords using (keyword_id)
      where movie_id = $id
        and ($language = 'en' or keyword_es is not null)
        and not list_has_any(
          string_split(lower(strip_accents(concat_ws(' ', keyword, keyword_es))), ' '),
          (select flatten(list_transform(names, lambda name: string_split(name, ' '))) from question_films where id = $id)
        )
    ),
    rare as (
      select keyword_id, word, films
      from usable
      qualify row_number() over (partition by word order by keyword_id) = 1
      order by films, keyword_id
      limit 8
    ),
    chosen as (
      from rare order by hash(keyword_id, $seed) limit 5
    ),
    words as (
      select list(word order by word) as keywords from chosen
    ),
    sharing as (
      select movie_id, count(distinct word) as shared
      from movie_keywords join chosen on movie_keywords.keyword_id = chosen.keyword_id or keyword_es = word
      group by movie_id
    ),
    films as (
      select id, title, title_es, null as distance from question_films where id = $id
      union all
      select id, title, title_es, distance - 2 * shared
      from films_like($id, $seed, $difficulty) join sharing on movie_id = id
      where shared <= (select count(*) from chosen) - 2
    )
    select
      id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es, keywords
    from films cross join words
    where length(keywords) >= 4
    order by is_right desc, distance, id
    limit 12
  `,
  proofSql: `
    with words as (
      select unnest(($question->'$.about')::varchar[]) as word
    ),
    matching as (
      select distinct nr, options.movie_id, word
      from films_of_options($question::json) options
      join movie_keywords on movie_keywords.movie_id = options.movie_id
      join words on word in (keyword, keyword_es)
    )
    select nr
    from (select nr, movie_id from matching group by nr, movie_id having count(*) = (select count(*) from words))
  `,
  write: (input) => ({
    quoted: input.right.keywords,
    text: input.t.keywords(input.right.keywords.map(plain)),
    about: input.right.keywords,
    hints: [directorHint(input), genreAndYearHint(input)],
  }),
};
