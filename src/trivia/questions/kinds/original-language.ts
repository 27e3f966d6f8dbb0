import { languageName } from '../../../text/format.ts';
import { directorHint, genreHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** TMDB's code. */
  value: string;
}

/** What is the original language of this film? The wrong languages are not spoken in it; related ones are preferred. */
export const originalLanguage: QuestionWriter<Row> = {
  optionsSql: `
    with regions(code, region) as (
      values ('es', 'romance'), ('fr', 'romance'), ('it', 'romance'), ('pt', 'romance'), 
        ('de', 'north'), ('da', 'north'), ('sv', 'north'), ('no', 'north'), ('nl', 'north'), ('fi', 'north'),
        ('zh', 'east'), ('ja', 'east'), ('ko', 'east'), ('th', 'east'),
        ('ru', 'slavic'), ('pl', 'slavic'), ('cs', 'slavic'), ('hu', 'slavic'),
        ('fa', 'south'), ('hi', 'south'), ('tr', 'south'), ('ar', 'south'), ('he', 'south')
    ),
    asked as (
      select language as code from question_films where id = $id
    ),
    spoken as (
      select language from question_languages where movie_id = $id
    ),
    languages as (
      select code, null as region from asked
      union all
      select code, region from regions where code not in (from asked) and code not in (from spoken)
    )
    select
      languages.code = asked.code as is_right, null::integer as film_id, null::integer as person_id,
      languages.code as label, null::varchar as label_es, languages.code as value
    from languages cross join asked
    order by
      is_right desc,
      (hash(languages.code, $seed) % 1000) / 1000
      - if(region = (select region from regions where code = asked.code), 1, 0)
    limit 12
  `,
  proofSql: `
    with right_codes as (
      select language from question_films where id = ($question->>'$.filmId')::integer
      union all
      select language from question_languages where movie_id = ($question->>'$.filmId')::integer
    )
    select nr from options_of($question::json) where value in (from right_codes)
  `,
  label: ({ value }, language) => {
    const name = languageName(value, language);
    return name.charAt(0).toUpperCase() + name.slice(1);
  },
  write: (input) => ({
    text: input.t.originalLanguage(input.titleAndYear),
    hints: [directorHint(input), genreHint(input)],
  }),
};
