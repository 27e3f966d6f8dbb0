import { earnedHint } from '../hints.ts';
import type { OptionRow, QuestionWriter } from '../question-writer.ts';

interface Row extends OptionRow {
  /** US dollars. */
  revenue: number;
}

/**
 * Which of these films earned the most? The right film earned 2 to 5 times as much as any other, or 3 to 10 times at easy. The wrong
 * films share a genre with it and are about as well known, or better known. Only reliable figures are used.
 */
export const earnedMore: QuestionWriter<Row> = {
  optionsSql: `
    with films as (
      select id, title, title_es, revenue, null as distance from question_films where id = $id
      union all
      select other.id, other.title, other.title_es, other.revenue, distance
      from films_like($id, $seed, $difficulty) other join question_films asked on asked.id = $id
      where not other.has_namesake
        and asked.revenue / other.revenue between
          if($difficulty = 1, 3, 2) and if($difficulty = 1, 10, 5)
        and other.vote_count >= asked.vote_count * case $difficulty when 1 then 0.5 when 2 then 0.6 else 0.75 end
        and other.genres & asked.genres <> 0
    )
    select
      id = $id as is_right, id as film_id, null::integer as person_id, title as label, title_es as label_es, revenue
    from films
    order by is_right desc, distance, id
    limit 12
  `,
  proofSql: `
    with known as (
      select nr, max(revenue) as most, min(revenue) as least, bool_and(reliable) as reliable
      from films_of_options($question::json) options join movies on movies.id = options.movie_id
      where movies.id = film_id or vote_count >= 50
      group by nr
    )
    select one.nr
    from known one
    where (select bool_and(reliable) from known)
      and not exists (from known other where other.nr <> one.nr and other.most * 1.5 > one.least)
  `,
  write: (input) => ({
    text: input.t.earnedMore,
    hints: [earnedHint(input, input.right.revenue)],
  }),
};
