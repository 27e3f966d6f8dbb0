import { directorHint, genreHint, otherFilm } from '../hints.ts';
import type { OptionRow, QuestionKind } from '../question-kind.ts';

interface Row extends OptionRow {
  /** A film that the right one is also in, no better known. */
  other_title: string | null;
  other_title_es: string | null;
}

/** Who is in the cast of this film? The others lead casts of films like it, and have no part in it or in its saga. */
export const cast: QuestionKind<Row> = {
  write: `
    with saga as (
      select $id::integer as movie_id
      union
      select other.id
      from movies asked join movies other on other.collection_id = asked.collection_id
      where asked.id = $id
    ),
    credited as (
      select person_id from directors where movie_id in (from saga)
      union
      select person_id from cast_members where movie_id in (from saga)
    ),
    answer as (
      select person_id, people.votes
      from cast_members join people using (person_id)
      where movie_id = $id and position < 3 and readable(people.name)
        and person_id not in (select person_id from directors where movie_id = $id)
        and not list_has_any(
          list_filter(string_split(folded, ' '), lambda word: length(word) > 3),
          (select flatten(list_transform(names, lambda name: string_split(name, ' '))) from question_films where id = $id)
        )
      order by hash(person_id, $seed)
      limit 1
    ),
    alike as (
      select id from films_like($id, $seed) order by distance, id limit 80
    ),
    others as (
      select distinct person_id
      from cast_members semi join alike on alike.id = movie_id
      where position < 3 and person_id not in (from credited)
    ),
    other_film as (
      select title, title_es
      from credits
      join question_films on id = movie_id
      where person_id = (select person_id from answer) and role = 'actor' and movie_id <> $id
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
    join cast_members on cast_members.person_id = same_name.person_id
    where cast_members.movie_id = ($question->>'$.filmId')::integer
  `,
  word: (draft) => ({
    text: draft.words.cast(draft.titleAndYear),
    hints: [otherFilm(draft, 'alsoActed', draft.right), directorHint(draft), genreHint(draft)],
  }),
};
