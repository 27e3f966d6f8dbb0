-- What a film is made of, as codes with a weight: the first letter says what kind (see data/README.md), the rest is an id.
-- A feature that only one film has says nothing about another, so it is left out.
with collections as (
  select id as movie_id, 'c' || collection_id as code, 1.0 as weight from movies where collection_id is not null
),
directors as (
  select distinct movie_id, 'd' || person_id as code, 0.7 as weight from crew_members where job = 'Director'
),
actors as (
  select movie_id, 'a' || person_id as code, 0.6 / (1 + 0.3 * position) as weight from cast_members where position < 6
),
keywords as (
  select movie_id, 'k' || keyword_id as code, 0.5 as weight from movie_keywords
),
genres as (
  select movie_id, 'g' || genre_id as code, 1.0 as weight from movie_genres
),
decades as (
  select id as movie_id, 'e' || (release_year // 10 * 10) as code, 0.5 as weight from movies where release_year is not null
),
languages as (
  select id as movie_id, 'l' || original_language as code, 0.6 as weight from movies where original_language is not null
),
features as (
  from collections union all from directors union all from actors union all from keywords
  union all from genres union all from decades union all from languages
),
counted as (
  select code, count(*)::int as films from features group by code having films > 1
)
select movie_id, code, weight * sqrt(ln((select count(*) from movies) / films)) as weight
from features join counted using (code)
where films < (select count(*) from movies)
order by movie_id, code;
