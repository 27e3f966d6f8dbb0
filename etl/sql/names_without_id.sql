-- Names that the source gives without an id at least once, and the one id that bears the same name, if exactly one does.
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
