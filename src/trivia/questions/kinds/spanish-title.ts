import { plain } from '../../../text/sanitize.ts';
import { castHint, directorHint, genreHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

/** By what title is this film known in Spanish? The wrong titles are of similar films. */
export const spanishTitle: QuestionWriter<OptionRow> = {
  optionsSql: `
    with films as (
      select id, null as distance from question_films where id = $id
      union all
      select id, distance from films_like($id, $seed, $difficulty)
    )
    select
      films.id = $id as is_right, films.id as film_id, null::integer as person_id, movies.title_es as label,
      movies.title_es as label_es
    from films join movies on movies.id = films.id
    where movies.title_es is not null and movies.title_es not in (movies.title, movies.original_title)
    order by is_right desc, distance, films.id
    limit 12
  `,
  proofSql: `
    select nr
    from options_of($question::json) options
    join titles on titles.folded = options.folded
    where titles.movie_id = ($question->>'$.filmId')::integer
  `,
  write: (input) => {
    const { t, subject } = input;
    return {
      text: t.spanishTitle(`**${plain(subject.title)}** (${subject.release_year})`),
      hints: [directorHint(input), castHint(input), genreHint(input)],
    };
  },
};
