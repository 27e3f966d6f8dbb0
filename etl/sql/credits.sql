-- The films of each person as cast (acted) and as director, sorted by person: the rows of one person are adjacent.
create or replace table credits as
with both_roles as (
  select person_id, movie_id, true as acted from cast_members
  union all
  select person_id, movie_id, false from directors
)
from both_roles
order by person_id, acted, movie_id;
