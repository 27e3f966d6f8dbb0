-- The recommendations for each film, best first, in the order of films (by id) in which the workers deliver them.
create or replace table recommendations as
with picked as (
  select movie_id, unnest(string_split(picks, ';')) as pick, unnest(range(1, len(string_split(picks, ';')) + 1)) as rank
  from recommendation_rows
)
select
  movie_id,
  rank::integer as rank,
  split_part(pick, ',', 1)::integer as similar_id,
  split_part(pick, ',', 2)::double as score,
  list_filter(string_split(split_part(pick, ',', 3), ' '), lambda code: code <> '') as reasons
from picked;

drop table recommendation_rows;
