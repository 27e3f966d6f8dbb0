-- The directors of the films of the trivia, of those with readable names. other_id is the person's next less known film.
create or replace table question_directors as
select
  movie_id,
  person_id,
  name,
  folded,
  coalesce(director_fames.fame, 0) as fame,
  lag(movie_id) over (partition by person_id order by question_films.fame, movie_id) as other_id
from directors join question_films on id = movie_id join people using (person_id)
left join director_fames using (person_id)
where is_readable(name)
order by movie_id, person_id;
