import { castHint, genreHint, otherFilm } from '../hints.ts';
import type { OptionRow, QuestionKind } from '../question-kind.ts';

interface Row extends OptionRow {
  /** A film that the right one also directed and that is no better known: it would give the answer away. */
  other_title: string | null;
  other_title_es: string | null;
}

/** Who directed this film? The others directed films like it and are about as well known. */
export const director: QuestionKind<Row> = {
  write: `
    with credited as (
      select person_id from directors where movie_id = $id
      union
      select person_id from cast_members where movie_id = $id
    ),
    answer as (
      select person_id, votes
      from directors join people using (person_id)
      where movie_id = $id
      order by hash(person_id, $seed)
      limit 1
    ),
    alike as (
      select id from films_like($id, $seed) order by distance, id limit 120
    ),
    others as (
      select distinct person_id
      from directors semi join alike on alike.id = movie_id
      where person_id not in (from credited)
    ),
    other_film as (
      select title, title_es
      from credits
      join question_films on id = movie_id
      where person_id = (select person_id from answer) and role = 'director' and movie_id <> $id
        and vote_count <= (select vote_count from question_films where id = $id)
        and not list_has_any(names, (select names from question_films where id = $id))
      order by vote_count desc, id
      limit 1
    )
    select
      people.person_id = answer.person_id as is_right,
      null::integer as film_id,
      people.person_id,
      people.name as label,
      null::varchar as label_es,
      (select title from other_film) as other_title,
      (select title_es from other_film) as other_title_es
    from people cross join answer
    where people.person_id in (select person_id from others union all select person_id from answer) and readable(name)
    order by
      is_right desc,
      abs(ln((people.votes + 1) / (answer.votes + 1))) + (hash(people.person_id, $seed) % 1000) / 1000
    limit 12
  `,
  proof: `
    select distinct nr
    from options_of($question::json) options
    join people named on named.person_id = options.person_id
    join people same_name on same_name.folded = named.folded
    join directors on directors.person_id = same_name.person_id
    where directors.movie_id = ($question->>'$.filmId')::integer
  `,
  word: (draft) => ({
    text: draft.words.director(draft.titleAndYear),
    hints: [otherFilm(draft, 'alsoDirected', draft.right), castHint(draft), genreHint(draft)],
  }),
};
