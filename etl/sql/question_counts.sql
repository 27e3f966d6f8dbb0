-- The number of questions of each kind, language, difficulty, decade and original language: by genre, and (genre is null)
-- over all genres.
create or replace table question_counts as
with themes as (
  select movie_id, genre from movie_genres
  union all
  select id, null from movies
)
select genre, language, kind, translated, difficulty, decade, original_language, count(*)::integer as questions
from questions join themes using (movie_id)
group by all
order by genre, language, kind, translated, difficulty, decade, original_language;
