-- The films in the model's order, with what a pick is weighed by. Twins are one film under two ids: of one title, year and
-- director; without a director known, films of one title stay two. A sequel is the next film of the collection by release
-- with 20 votes or more.
with directors as (
  select movie_id, list(distinct person_id order by person_id)::varchar as names
  from crew_members where job = 'Director' group by movie_id
)
select
  id,
  coalesce(collection_id, 0) as collection,
  coalesce(
    lead(if(vote_count >= 20, id, null) ignore nulls) over collection_films,
    lag(if(vote_count >= 20, id, null) ignore nulls) over collection_films,
    0
  ) as sequel,
  adult,
  vote_count,
  vote_average,
  popularity,
  coalesce(release_year, 0) as year,
  dense_rank() over (order by lower(title), release_year, coalesce(names, id::varchar))::int as twin
from movies left join directors on movie_id = id
window collection_films as (
  partition by coalesce(collection_id, -id), adult order by release_date nulls last, id
)
order by id;
