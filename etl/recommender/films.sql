-- The films in the model's order, with what a pick is weighed by.
select
  id,
  coalesce(collection_id, 0) as collection,
  adult,
  vote_count,
  vote_average,
  popularity,
  coalesce(release_year, 0) as year,
  dense_rank() over (order by lower(title), release_year)::int as twin
from movies
order by id;
