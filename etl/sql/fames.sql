-- How well people are known: as directors by the films they directed, as actors by their leading roles, a lower place in the billing
-- counting less, up to a thousand million. The best known film of each person does not count: it makes the film known, and not yet the person.
create or replace table director_fames as
with films as (
  -- The rating counts more than for a film: people know the directors of good films.
  select
    person_id,
    fame_of_film(vote_count, release_year, vote_average, original_language) * (vote_average / 7) ** 2.5 as fame,
    -- The second film of a collection counts half, the third a third: the films of a saga are better known than its director.
    fame / row_number() over (partition by person_id, coalesce(collection_id, -id) order by fame desc, id) as counted
  from directors join movies on id = movie_id
  where vote_count >= 100
)
select person_id, least(1e9, round(sum(counted) - max(fame)))::integer as fame from films group by person_id;

create or replace table actor_fames as
with films as (
  select person_id, fame_of_film(vote_count, release_year, vote_average, original_language) / (1 + position) as fame
  from cast_members join movies on id = movie_id
  where vote_count >= 100 and position < 5
)
select person_id, least(1e9, round(sum(fame) - max(fame)))::integer as fame from films group by person_id;

-- The people who are among the first three of the cast in two films of a collection or more: everybody links them with it.
create or replace table saga_faces as
select collection_id, person_id
from cast_members join movies on id = movie_id
where collection_id is not null and vote_count >= 100 and position < 3
group by all
having count(*) >= 2;
