-- The gender of the people in the casts who have an id, where the files tell it: 1 is a woman, 2 a man.
create or replace table genders as
select person_id, max(gender) as gender
from raw_cast
where person_id is not null and gender in (1, 2)
group by person_id;
