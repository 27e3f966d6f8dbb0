-- The genres of each film without duplicates, in the order of the source.
create or replace table movie_genres as
with lists as (
  select kept_rows.id as movie_id, from_json(raw.genres, '{"id": ["integer"], "name": ["varchar"]}') as list
  from raw_movies raw join kept_rows using (row_number)
),
entries as (
  select movie_id, unnest(list.id) as genre_id, unnest(list.name) as genre, generate_subscripts(list.id, 1) as place
  from lists
),
firsts as (
  select movie_id, genre_id, min(place) as place, arg_min(genre, place) as genre
  from entries
  group by movie_id, genre_id
)
select
  movie_id,
  cast(row_number() over (partition by movie_id order by place) - 1 as integer) as position,
  genre_id,
  genre
from firsts
order by movie_id, position;
