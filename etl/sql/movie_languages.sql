-- The spoken languages of each film, each once, in the order of the source.
create or replace table movie_languages as
with firsts as (
  select kept.id as movie_id, raw.code as language, min(raw.position) as place, arg_min(raw.name, raw.position) as name
  from raw_languages raw join kept using (row_number)
  group by all
)
select
  movie_id,
  cast(row_number() over (partition by movie_id order by place) - 1 as integer) as position,
  language,
  name
from firsts
order by movie_id, position;
