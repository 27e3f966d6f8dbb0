-- The people who share a name with a person of the trivia, that person included.
create or replace table people_namesakes as
select own.person_id, other.person_id as other_id
from people own join people other using (folded)
where own.person_id in (select person_id from question_directors union all select person_id from question_cast)
order by own.person_id, other_id;
