-- The films that share a name with a film of the trivia, that film included.
create or replace table namesakes as
select distinct own.movie_id as film_id, other.movie_id
from titles own semi join questions using (movie_id)
join titles other using (folded)
order by film_id, other.movie_id;
