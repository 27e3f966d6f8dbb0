-- The genres, numbered from the commonest. The ordinal is the genre's bit in question_films.genres.
create or replace table genres as
with counted as (
  select genre_id, min(genre) as genre, count(*) as films from movie_genres group by genre_id
)
select cast(row_number() over (order by films desc, genre_id) - 1 as integer) as ordinal, genre_id, genre
from counted
order by ordinal;
