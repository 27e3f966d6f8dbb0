-- The directors of each film with their names: a film's card needs no join.
create or replace table directors as
select movie_id, person_id, people.name as director
from crew_members join people using (person_id)
where job = 'Director'
order by movie_id, director, person_id;
