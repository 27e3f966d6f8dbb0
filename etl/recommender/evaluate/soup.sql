-- The metadata soup of each film: keywords, the first three cast members, directors (counted three times) and genres.
with words as (
  select movie_id, 'k' || keyword_id as word, 1 as times from movie_keywords
  union all
  select movie_id, 'p' || person_id, 1 from cast_members where position < 3
  union all
  select movie_id, 'p' || person_id, 3 from crew_members where job = 'Director'
  union all
  select movie_id, 'g' || genre_id, 1 from movie_genres
),
counted as (select movie_id, word, sum(times)::int as times from words group by all),
numbered as (select word, (row_number() over (order by word) - 1)::int as feature from (select distinct word from words))
select movie_id, feature, times from counted join numbered using (word) order by movie_id, feature;
