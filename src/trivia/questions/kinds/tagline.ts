import { fold } from '../../../lib/fold.ts';
import { plain } from '../../../text/sanitize.ts';
import { directorHint, genreAndYearHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  tagline: string;
  /** Folded names of the film. */
  names: string[];
}

/** Which film had this tagline? A tagline with a name of the film is not used. */
export const tagline: QuestionWriter<Row> = {
  optionsSql: `
    with asked as (
      select tagline, names from movies join question_films using (id) where id = $id
    ),
    films as (
      select id, title, title_es, null as distance from question_films where id = $id
      union all
      select id, title, title_es, distance from films_like($id, $seed, $difficulty)
    )
    select
      id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es,
      tagline, names
    from films cross join asked
    order by is_right desc, distance, id
    limit 12
  `,
  proofSql: `
    with asked as (
      select id, lower(tagline) as tagline from movies where id = ($question->>'$.filmId')::integer
    )
    select nr
    from films_of_options($question::json) options
    join movies on movies.id = options.movie_id
    cross join asked
    where movies.id = asked.id or lower(movies.tagline) = asked.tagline
  `,
  write: (input) => {
    const { tagline: line, names } = input.right;
    const namesFilm = names.some((name) => ` ${fold(line)} `.includes(` ${name} `));
    return {
      quoted: [line],
      text: namesFilm ? undefined : input.t.tagline(plain(line.trim())),
      hints: [directorHint(input), genreAndYearHint(input)],
    };
  },
};
