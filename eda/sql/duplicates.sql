-- The ids that several raw rows have, what they are called, and whether the rows differ in more than their place.
select
  id,
  any_value(title) as title,
  count(*)::int as rows,
  count(distinct (vote_count, popularity, runtime, imdb_id, overview))::int as versions
from raw
group by id
having count(*) > 1
order by rows desc, try_cast(id as integer), id;
