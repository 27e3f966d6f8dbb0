-- The words of each film that is not adult, from the Parquet files of a version, the most voted first.
with spoken as (
  select movie_id, list(name order by position) as people, list(character order by position) filter (character is not null) as characters
  from read_parquet(getvariable('version') || '/cast_members.parquet')
  where position < 12
  group by movie_id
),
directed as (
  select movie_id, list(name order by name) as directors
  from read_parquet(getvariable('version') || '/crew_members.parquet')
  where job = 'Director'
  group by movie_id
),
keywords as (
  select movie_id, list(keyword order by position) as keywords, list(keyword_es order by position) filter (keyword_es is not null) as keywords_es
  from read_parquet(getvariable('version') || '/movie_keywords.parquet')
  group by movie_id
)
select
  id,
  vote_count as votes,
  release_year as year,
  concat_ws(' ', overview, tagline) as plot,
  overview_es as plot_es,
  concat_ws(' ', title, original_title, collection) as titles,
  title_es as titles_es,
  concat_ws(' ', array_to_string(people, ' '), array_to_string(directors, ' ')) as people,
  array_to_string(characters, ' ') as characters,
  array_to_string(keywords, ' ') as keywords,
  array_to_string(keywords_es, ' ') as keywords_es,
  array_to_string(genres, ' ') as genres,
  countries
from read_parquet(getvariable('version') || '/movies.parquet') movies
left join spoken on spoken.movie_id = id
left join directed on directed.movie_id = id
left join keywords on keywords.movie_id = id
where not adult
order by vote_count desc, id;
