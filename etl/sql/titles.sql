-- The names of each film: its title, its original title, and our Spanish titles if any.
create or replace table titles as
with names as (
  select id as movie_id, 'title' as kind, 'en' as language, title from movies
  union all
  select id, 'original', original_language, original_title from movies
  union all
  select distinct movie_id, 'alias', language, title
  from raw_aliases semi join movies on movies.id = movie_id
)
select movie_id, kind, language, names.title, folded
from names join folds on folds.text = names.title
order by movie_id, kind, language, names.title;
