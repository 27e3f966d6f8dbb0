-- One row per TMDB id, with our Spanish title and synopsis and the short lists.
create or replace table movies as
with films as (
  select raw_movies.* exclude (genres, companies, countries, languages) replace (cast(release_date as date) as release_date)
  from raw_movies semi join kept_rows using (row_number)
),
spanish as (
  select movie_id, arg_min(title, (language, row_number, position)) as title_es
  from raw_aliases
  group by movie_id
),
synopses as (
  select movie_id, arg_min(overview_es, row_number) as overview_es
  from raw_synopses
  where overview_es is not null
  group by movie_id
),
-- list_sort after list: an ordered aggregate takes several times as long.
genres as (
  select movie_id, list_sort(list({ position: position, id: genre_id, name: genre })) as genres
  from movie_genres
  group by movie_id
),
countries as (
  select movie_id, list_sort(list({ position: position, code: country })) as countries
  from movie_countries
  group by movie_id
)
select
  id,
  title,
  original_title,
  release_date,
  cast(year(release_date) as integer) as release_year,
  cast(month(release_date) as integer) as release_month,
  cast(isodow(release_date) as integer) as release_weekday,
  runtime,
  budget,
  revenue,
  case when budget > 0 and revenue > 0 then revenue / budget else 0 end as "return",
  is_plausible_amount(budget) as has_budget,
  is_plausible_return(budget, revenue) as reliable,
  popularity,
  vote_average,
  vote_count,
  overview,
  coalesce(title_es, case when original_language = 'es' then original_title end) as title_es,
  overview_es,
  tagline,
  status,
  adult,
  original_language,
  imdb_id,
  poster_path,
  homepage,
  collection_id,
  collection,
  coalesce(list_transform(genres, lambda genre: genre.id), []) as genre_ids,
  coalesce(list_transform(genres, lambda genre: genre.name), []) as genres,
  coalesce(list_transform(countries, lambda country: country.code), []) as countries
from films
left join spanish on spanish.movie_id = films.id
left join synopses on synopses.movie_id = films.id
left join genres on genres.movie_id = films.id
left join countries on countries.movie_id = films.id
order by id;
