-- The first ten of the casts of the films of the trivia, of those with readable names. other_id is the person's next less
-- known film; is_face tells that the person leads other films of the collection too.
create or replace table question_cast as
select
  movie_id,
  person_id,
  people.name,
  folded,
  coalesce(actor_fames.fame, 0) as fame,
  gender,
  saga_faces.person_id is not null as is_face,
  position,
  character,
  role,
  role_es,
  lag(movie_id) over (partition by person_id order by question_films.fame, movie_id) as other_id
from cast_members join question_films on id = movie_id join people using (person_id)
left join actor_fames using (person_id)
left join genders using (person_id)
left join saga_faces using (collection_id, person_id)
left join roles using (movie_id, person_id)
where position < 10 and is_readable(people.name)
order by movie_id, position;
