-- Copies the published tables into memory: the columns that the bot's queries read, in the order of the files.

create or replace table movies as
select * exclude (status, homepage, imdb_id, poster_path, genres)
from read_parquet(getvariable('version') || '/movies.parquet');
-- With it `id in (select unnest($keys))` reads a few films without a scan of all texts.
create index movies_by_id on movies (id);

create or replace table movie_genres as
from read_parquet(getvariable('version') || '/movie_genres.parquet');

create or replace table movie_keywords as
from read_parquet(getvariable('version') || '/movie_keywords.parquet');

create or replace table movie_companies as
select movie_id, company_id, company from read_parquet(getvariable('version') || '/movie_companies.parquet');

create or replace table movie_countries as
select movie_id, country, name from read_parquet(getvariable('version') || '/movie_countries.parquet');

create or replace table cast_members as
from read_parquet(getvariable('version') || '/cast_members.parquet');

create or replace table people as
from read_parquet(getvariable('version') || '/people.parquet');

create or replace table directors as
from read_parquet(getvariable('version') || '/directors.parquet');

create or replace table credits as
from read_parquet(getvariable('version') || '/credits.parquet');

create or replace table titles as
select movie_id, title, folded from read_parquet(getvariable('version') || '/titles.parquet');

create or replace table movie_words as
from read_parquet(getvariable('version') || '/movie_words.parquet');

create or replace table reason_names as
from read_parquet(getvariable('version') || '/reason_names.parquet');

create or replace table recommendation_lists as
from read_parquet(getvariable('version') || '/recommendation_lists.parquet');

create or replace table openings as
from read_parquet(getvariable('version') || '/openings.parquet');

create or replace table questions as
from read_parquet(getvariable('version') || '/questions.parquet');

create or replace table question_counts as
from read_parquet(getvariable('version') || '/question_counts.parquet');

create or replace table question_films as
from read_parquet(getvariable('version') || '/question_films.parquet');

create or replace table question_directors as
from read_parquet(getvariable('version') || '/question_directors.parquet');

create or replace table question_cast as
from read_parquet(getvariable('version') || '/question_cast.parquet');

create or replace table question_languages as
from read_parquet(getvariable('version') || '/question_languages.parquet');

create or replace table question_keywords as
from read_parquet(getvariable('version') || '/question_keywords.parquet');

create or replace table namesakes as
from read_parquet(getvariable('version') || '/namesakes.parquet');

create or replace table people_namesakes as
from read_parquet(getvariable('version') || '/people_namesakes.parquet');

create or replace table manifest as
select content from read_text(getvariable('version') || '/manifest.json');
