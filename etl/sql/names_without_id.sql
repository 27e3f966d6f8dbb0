-- The names that are credited without an id at least once, with the id of the person of that name if there is exactly one.
create or replace table names_without_id as
with credits as (
  select name, person_id from raw_cast
  union all
  select name, person_id from raw_crew
),
names as (
  select name, min(person_id) as lowest, max(person_id) as highest
  from credits
  group by name
  having count(*) > count(person_id)
)
select name, folded, case when lowest = highest then lowest end as person_id
from names join folds on folds.text = name
order by name;
