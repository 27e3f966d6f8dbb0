-- The gender of the people in the casts who have an id: 1 is a woman, 2 a man. The files leave out a third; for those a first name decides
-- that nine of ten people of known gender share.
create or replace table genders as
with actors as (
  select person_id, split_part(min(name), ' ', 1) as first_name, max(gender) filter (gender in (1, 2)) as gender
  from raw_cast
  where person_id is not null
  group by person_id
),
first_names as (
  select first_name, mode(gender) as gender
  from actors
  where gender is not null
  group by first_name
  having count(*) >= 3 and (avg(gender) <= 1.1 or avg(gender) >= 1.9)
)
select person_id, coalesce(actors.gender, first_names.gender) as gender
from actors left join first_names using (first_name)
where coalesce(actors.gender, first_names.gender) is not null;
