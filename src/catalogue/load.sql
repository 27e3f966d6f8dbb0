-- The published tables, in memory: the columns that the bot's queries read, and what is asked for at every reply.

create or replace table movies as
from read_parquet(getvariable('version') || '/movies.parquet');

create or replace table movie_genres as
select movie_id, position, genre_id, genre from read_parquet(getvariable('version') || '/movie_genres.parquet');

create or replace table movie_countries as
select movie_id, position, country from read_parquet(getvariable('version') || '/movie_countries.parquet');

create or replace table movie_keywords as
select movie_id, position, keyword_id, keyword, keyword_es from read_parquet(getvariable('version') || '/movie_keywords.parquet');

-- What codes of reasons stand for, one row each: looked up at every recommendation.
create or replace table keyword_names as
select keyword_id, any_value(keyword) as keyword, any_value(keyword_es) as keyword_es
from movie_keywords group by keyword_id order by keyword_id;

create or replace table collection_names as
select collection_id, any_value(collection) as collection
from movies where collection_id is not null group by collection_id order by collection_id;

create or replace table genre_names as
select genre_id, any_value(genre) as genre from movie_genres group by genre_id order by genre_id;

create or replace table cast_members as
select movie_id, position, person_id, name, character from read_parquet(getvariable('version') || '/cast_members.parquet');

create or replace table directors as
select distinct movie_id, person_id from read_parquet(getvariable('version') || '/crew_members.parquet')
where job = 'Director'
order by movie_id, person_id;

-- Who acted in what and who directed it, in the order of people: what one person did lies together.
create or replace table credits as
with both_roles as (
  select distinct person_id, movie_id, 'actor' as role from cast_members
  union all
  select person_id, movie_id, 'director' as role from directors
)
from both_roles order by person_id, role, movie_id;

create or replace table people as
with films as (
  select distinct movie_id, person_id from credits
),
best as (
  select person_id, arg_max({ title: title, title_es: title_es }, (vote_count, -id)) as film
  from films join movies on movies.id = movie_id
  where not adult
  group by person_id
)
select people.*, best.film.title as known_for, best.film.title_es as known_for_es
from read_parquet(getvariable('version') || '/people.parquet') people left join best using (person_id)
order by person_id;

create or replace table titles as
from read_parquet(getvariable('version') || '/titles.parquet');

create or replace table movie_words as
from read_parquet(getvariable('version') || '/movie_words.parquet');

-- The films that a chart is about; null leaves a wish open.
create or replace macro films_of(wanted_genre, wanted_decade, wanted_language, with_adult) as table
from movies
where (not adult or with_adult)
  and (wanted_genre is null or id in (select movie_id from movie_genres where genre_id = wanted_genre))
  and (wanted_decade is null or release_year // 10 * 10 = wanted_decade)
  and (wanted_language is null or original_language = wanted_language);

create or replace table recommendations as
from read_parquet(getvariable('version') || '/recommendations.parquet');

-- The name under which a film is told apart from its namesakes, and its directors in one line.
create or replace table film_labels as
select movies.id, string_agg(people.name, ', ' order by people.name) as directors
from movies
left join directors on directors.movie_id = movies.id
left join people using (person_id)
group by movies.id
order by movies.id;

create or replace table manifest as
select content from read_text(getvariable('version') || '/manifest.json');
