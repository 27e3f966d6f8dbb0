-- The countries of each film without duplicates, in the order of the source.
create or replace table movie_countries as
with lists as (
  select kept_rows.id as movie_id, from_json(raw.countries, '{"code": ["varchar"], "name": ["varchar"]}') as list
  from raw_movies raw join kept_rows using (row_number)
),
entries as (
  select movie_id, unnest(list.code) as country, unnest(list.name) as name, generate_subscripts(list.code, 1) as place
  from lists
),
firsts as (
  select movie_id, country, min(place) as place, arg_min(name, place) as name
  from entries
  group by movie_id, country
)
select
  movie_id,
  cast(row_number() over (partition by movie_id order by place) - 1 as integer) as position,
  country,
  name
from firsts
order by movie_id, position;
