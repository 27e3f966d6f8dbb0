-- The published tables, in memory: the columns that the bot's queries read, and what replies would else work out anew.

create or replace table movie_genres as
select movie_id, position, genre_id, genre from read_parquet(getvariable('version') || '/movie_genres.parquet');

create or replace table movie_countries as
select movie_id, position, country from read_parquet(getvariable('version') || '/movie_countries.parquet');

-- The codes of the reasons in one text: lists of texts take three times the memory.
create or replace table recommendations as
select movie_id, rank, similar_id, reasons::varchar as reasons
from read_parquet(getvariable('version') || '/recommendations.parquet');

-- With a film's short lists in its own row, and what lists of films show of it as one JSON text: a scan pays by the column.
create or replace table movies as
with genres as (
  select movie_id, list(genre_id order by position) as genre_ids, list(genre order by position) as genres
  from movie_genres group by movie_id
),
countries as (
  select movie_id, list(country order by position) as countries from movie_countries group by movie_id
),
picks as (
  select movie_id, count(*)::int as picks from recommendations group by movie_id
)
select
  movies.*,
  coalesce(genre_ids, []) as genre_ids,
  coalesce(genres, []) as genres,
  coalesce(countries, []) as countries,
  coalesce(picks, 0) as picks,
  to_json({
    id: id, title: title, title_es: title_es, original_title: original_title, release_date: release_date::varchar,
    release_year: release_year, budget: budget, revenue: revenue, "return": "return",
    reliable: budget >= 1000 and revenue >= 1000, vote_average: vote_average, vote_count: vote_count
  })::varchar as brief
from read_parquet(getvariable('version') || '/movies.parquet') movies
left join genres on genres.movie_id = id
left join countries on countries.movie_id = id
left join picks on picks.movie_id = id
order by id;

create or replace table movie_keywords as
select movie_id, position, keyword_id, keyword, keyword_es from read_parquet(getvariable('version') || '/movie_keywords.parquet');

create or replace table cast_members as
select movie_id, position, person_id, name, character from read_parquet(getvariable('version') || '/cast_members.parquet');

create or replace table people as
from read_parquet(getvariable('version') || '/people.parquet')
order by person_id;

-- With their names, so that a film's card need not look them up.
create or replace table directors as
with jobs as (
  select distinct movie_id, person_id from read_parquet(getvariable('version') || '/crew_members.parquet')
  where job = 'Director'
)
select movie_id, person_id, people.name as director
from jobs join people using (person_id)
order by movie_id, director, person_id;

-- Who acted in what and who directed it, in the order of people: what one person did lies together.
create or replace table credits as
with both_roles as (
  select distinct person_id, movie_id, 'actor' as role from cast_members
  union all
  select person_id, movie_id, 'director' as role from directors
)
from both_roles order by person_id, role, movie_id;

create or replace table titles as
from read_parquet(getvariable('version') || '/titles.parquet');

-- What the codes of reasons stand for; writers, directors and actors are all people, under "n".
create or replace table reason_names as
with names as (
  select 'c' as kind, collection_id as number, any_value(collection) as name, null as name_es
  from movies where collection_id is not null group by all
  union all
  select 'g', genre_id, any_value(genre), null from movie_genres group by all
  union all
  select 'k', keyword_id, any_value(keyword), any_value(keyword_es) from movie_keywords group by all
  union all
  select 'n', person_id, name, null from people
)
from names order by number, kind;

-- The films of each month and of each weekday, of all years, and the most voted of them.
create or replace table openings as
with slots as (
  select range::int as month, null::int as weekday from range(1, 13)
  union all
  select null, range::int from range(1, 8)
)
select
  month,
  weekday,
  count(movies.id)::int as films,
  (select count(release_date)::int from movies) as dated,
  (select count(*)::int from movies where release_date is null) as undated,
  arg_max(movies.id, (vote_count, -movies.id)) as best,
  arg_max(movies.id, (vote_count, -movies.id)) filter (not adult) as best_for_all
from slots left join movies on coalesce(release_month = month, release_weekday = weekday)
group by month, weekday;

create or replace table manifest as
select content from read_text(getvariable('version') || '/manifest.json');
