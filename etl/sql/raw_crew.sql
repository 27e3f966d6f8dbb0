-- The entries of the crews.
create or replace table raw_crew as
with lists as (
  select
    row_number,
    movie_id,
    from_json(
      entries, '{"person_id": ["integer"], "name": ["varchar"], "department": ["varchar"], "job": ["varchar"]}'
    ) as list
  from raw_crew_lists
),
entries as (
  select
    row_number,
    movie_id,
    generate_subscripts(list.name, 1) - 1 as position,
    unnest(list.person_id) as person_id,
    unnest(list.name) as name,
    unnest(list.department) as department,
    unnest(list.job) as job
  from lists
)
from entries
where name is not null and job is not null;

drop table raw_crew_lists;
