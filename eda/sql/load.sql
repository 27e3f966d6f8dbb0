-- The raw rows as text, the numbers in them, and the clean films.
create table raw as
select cast(row_number() over () as integer) as row_number, *
from read_csv(
  getvariable('raw'), header = true, all_varchar = true, quote = '"', escape = '"', null_padding = true,
  strict_mode = false, parallel = false
);

create table raw_numbers as
select
  row_number,
  try_cast(popularity as double) as popularity,
  try_cast(vote_count as double) as vote_count,
  try_cast(vote_average as double) as vote_average,
  try_cast(budget as double) as budget,
  try_cast(revenue as double) as revenue,
  try_cast(runtime as double) as runtime
from raw;

create table clean as
select * exclude (brief, card, reasons, has_recommendations) from read_parquet(getvariable('version') || '/movies.parquet');

create table clean_numbers as
select
  id,
  popularity,
  cast(vote_count as double) as vote_count,
  vote_average,
  cast(budget as double) as budget,
  cast(revenue as double) as revenue,
  cast(runtime as double) as runtime
from clean;

-- The number of films with entries in each list.
create table clean_lists as
select 'genres' as name, cast(count(distinct movie_id) as integer) as filled
from read_parquet(getvariable('version') || '/movie_genres.parquet')
union all
select 'production_companies', cast(count(distinct movie_id) as integer)
from read_parquet(getvariable('version') || '/movie_companies.parquet')
union all
select 'production_countries', cast(count(distinct movie_id) as integer)
from read_parquet(getvariable('version') || '/movie_countries.parquet')
union all
select 'spoken_languages', cast(count(distinct movie_id) as integer)
from read_parquet(getvariable('version') || '/movie_languages.parquet');
