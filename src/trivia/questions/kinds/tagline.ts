import { fold } from '../../../lib/fold.ts';
import { plain } from '../../../text/sanitize.ts';
import { directorHint, genreAndYearHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-kind.ts';

interface Row extends OptionRow {
  tagline: string;
  /** Folded names of the asked film. */
  names: string[];
}

/** Which film had this tagline? It holds none of the film's names. */
export const tagline: QuestionWriter<Row> = {
  write: `
    with asked as (
      select tagline, names from movies join question_films using (id) where id = $id
    ),
    films as (
      select id, title, title_es, null as distance from question_films where id = $id
      union all
      select id, title, title_es, distance from films_like($id, $seed)
    )
    select
      id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es,
      tagline, names
    from films cross join asked
    order by is_right desc, distance, id
    limit 12
  `,
  proof: `
    with asked as (
      select id, lower(tagline) as tagline from movies where id = ($question->>'$.filmId')::integer
    )
    select distinct nr
    from films_of_options($question::json) options
    join movies on movies.id = options.movie_id
    cross join asked
    where movies.id = asked.id or lower(movies.tagline) = asked.tagline
  `,
  word: (draft) => {
    const { tagline: line, names } = draft.right;
    const told = names.some((name) => ` ${fold(line)} `.includes(` ${name} `));
    return {
      quoted: [line],
      text: told ? undefined : draft.words.tagline(plain(line.trim())),
      hints: [directorHint(draft), genreAndYearHint(draft)],
    };
  },
};
