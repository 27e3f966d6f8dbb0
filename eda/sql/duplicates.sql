-- The ids of several raw rows, with a title and the number of different contents.
select
  id,
  any_value(title) as title,
  count(*)::int as rows,
  count(distinct (vote_count, popularity, runtime, imdb_id, overview))::int as versions
from raw
group by id
having count(*) > 1
order by rows desc, try_cast(id as integer), id;
