-- Everybody who acted or directed, best known first, with the number of their most voted film that is not for adults
-- (from 0, most voted first: the order of films.sql). Flag 1: acted, 2: directed.
with films as (
  select id, adult, row_number() over (order by vote_count desc, id) - 1 as number
  from movies
),
credits as (
  select person_id, movie_id from cast_members
  union all
  select person_id, movie_id from crew_members where job = 'Director'
),
best as (
  select person_id, min(number)::int as known_for
  from credits join films on films.id = movie_id
  where not adult
  group by person_id
)
select
  person_id as id, name, folded, votes::int as votes, 0 as year,
  (cast_films > 0)::int + 2 * (directed_films > 0)::int as flags,
  cast_films, directed_films, known_for
from people
left join best using (person_id)
where cast_films > 0 or directed_films > 0
order by votes desc, person_id;
