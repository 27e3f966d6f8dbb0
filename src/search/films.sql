-- Every name of every film, most voted films first; `shown` marks the one it is listed under. Flag 1: adult.
with directed as (
  select movie_id, string_agg(people.name, ', ' order by people.name) as directors
  from (select distinct movie_id, person_id from crew_members where job = 'Director') jobs
  join people using (person_id)
  group by movie_id
)
select
  movie_id as id, titles.title as name, folded, vote_count as votes,
  coalesce(release_year, 0) as year, adult::int as flags,
  kind = 'title' as shown, title_es, directors
from titles
join movies on movies.id = movie_id
left join directed using (movie_id)
order by vote_count desc, movie_id, kind, titles.language, titles.title;
