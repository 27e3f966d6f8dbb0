-- One row per person, under the most frequent spelling of the name.
create or replace table people as
with credits as (
  select person_id, name, movie_id, true as acts, false as directs from cast_members
  union all
  select person_id, name, movie_id, false, job = 'Director' from crew_members
),
spellings as (
  select person_id, name, count(*) as times from credits group by all
),
names as (
  select person_id, arg_min(name, (-times, name)) as name from spellings group by person_id
),
films as (
  select person_id, movie_id, bool_or(acts) as acts, bool_or(directs) as directs
  from credits
  group by all
),
careers as (
  select
    person_id,
    cast(count_if(acts) as integer) as cast_films,
    cast(count_if(directs) as integer) as directed_films,
    cast(coalesce(sum(vote_count) filter (acts or directs), 0) as bigint) as votes
  from films join movies on movies.id = movie_id
  group by person_id
)
select person_id, name, folded, cast_films, directed_films, votes
from names
join careers using (person_id)
join folds on folds.text = name
order by person_id;
