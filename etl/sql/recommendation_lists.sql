-- The lists of all films as the bot keeps them in memory: no text to parse, no row per recommendation. A row covers a range of ids, and
-- its columns are packed numbers, one for each film (50 in `picks`). A pick is the place of the recommended film in the order of
-- ids; -1 fills a shorter list.
insert into recommendation_lists
with places as (select id, (row_number() over (order by id) - 1)::int as place from movies),
lists as (
  select movie_id, string_agg(printf('%08x', place), '' order by rank) as picks
  from recommendations join places on places.id = similar_id
  where movie_id > $after and movie_id <= $upto
  group by movie_id
)
select
  min(id) as first_id,
  unhex(string_agg(printf('%08x', id), '' order by id)) as ids,
  unhex(string_agg(printf('%08x', vote_count), '' order by id)) as votes,
  unhex(string_agg(printf('%08x', coalesce(collection_id, 0)), '' order by id)) as collections,
  unhex(string_agg(rpad(coalesce(picks, ''), 400, 'f'), '' order by id)) as picks
from movies left join lists on movie_id = id
where id > $after and id <= $upto
having count(*) > 0;
