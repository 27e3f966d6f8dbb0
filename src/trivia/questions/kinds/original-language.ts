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
      values ('es', 'romance'), ('fr', 'romance'), ('it', 'romance'), ('pt', 'romance'), ('ro', 'romance'),
        ('de', 'north'), ('da', 'north'), ('sv', 'north'), ('no', 'north'), ('nl', 'north'), ('is', 'north'), ('fi', 'north'),
        ('zh', 'east'), ('ja', 'east'), ('ko', 'east'), ('th', 'east'), ('id', 'east'), ('vi', 'east'),
        ('ru', 'slavic'), ('pl', 'slavic'), ('cs', 'slavic'), ('sr', 'slavic'), ('uk', 'slavic'), ('hu', 'slavic'),
        ('fa', 'south'), ('hi', 'south'), ('tr', 'south'), ('ar', 'south'), ('he', 'south'), ('te', 'south'), ('ta', 'south')
    ),
    asked as (
      select tongue(original_language) as code from movies where id = $id
    ),
    spoken as (
      select tongue(language) from movie_languages where movie_id = $id
    ),
    tongues as (
      select code, null as region from asked
      union all
      select code, region from regions where code not in (from asked) and code not in (from spoken)
    )
    select
      tongues.code = asked.code as is_right, null::integer as film_id, null::integer as person_id,
      tongues.code as label, null::varchar as label_es, tongues.code as value
    from tongues cross join asked
    order by
      is_right desc,
      (hash(tongues.code, $seed) % 1000) / 1000
      - if(region = (select region from regions where code = asked.code), 0.6, 0)
    limit 12
  `,
  proofSql: `
    with right_codes as (
      select tongue(original_language) as code from movies where id = ($question->>'$.filmId')::integer
      union
      select tongue(language) from movie_languages where movie_id = ($question->>'$.filmId')::integer
    )
    select nr from options_of($question::json) where tongue(value) in (from right_codes)
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
