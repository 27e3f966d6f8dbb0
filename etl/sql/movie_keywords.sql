-- The keywords of each film without duplicates; several rows of a film are concatenated.
create or replace table movie_keywords as
with lists as (
  select movie_id, row_number, from_json(entries, '{"id": ["integer"], "name": ["varchar"]}') as list
  from raw_keywords semi join movies on movies.id = raw_keywords.movie_id
),
listed as (
  select
    movie_id,
    unnest(list.id) as id,
    unnest(list.name) as name,
    row_number * 1000000::bigint + generate_subscripts(list.id, 1) as place
  from lists
),
firsts as (
  select movie_id, id as keyword_id, min(place) as place, arg_min(name, place) as keyword
  from listed
  group by movie_id, id
)
select
  movie_id,
  cast(row_number() over (partition by movie_id order by place) - 1 as integer) as position,
  keyword_id,
  keyword,
  keyword_es
from firsts left join keyword_words using (keyword_id)
order by movie_id, position;
