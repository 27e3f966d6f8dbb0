-- The casts, directors and writers of the films that are not adult, one row for each film and person, from the Parquet files of a version.
with roles as (
  select movie_id, person_id, true as acted
  from read_parquet(getvariable('version') || '/cast_members.parquet')
  union all
  select movie_id, person_id, false
  from read_parquet(getvariable('version') || '/crew_members.parquet')
  where job = 'Director' or department = 'Writing'
),
links as (
  select movie_id, person_id, bool_or(acted) as acted from roles group by movie_id, person_id
)
select
  movie_id,
  person_id,
  (dense_rank() over (order by vote_count desc, movie_id) - 1)::int as film,
  (dense_rank() over (order by people.votes desc, person_id) - 1)::int as person,
  acted
from links
join read_parquet(getvariable('version') || '/movies.parquet') movies on movies.id = movie_id
join read_parquet(getvariable('version') || '/people.parquet') people using (person_id)
where not adult
order by film, person;
