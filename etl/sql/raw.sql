-- The raw tables, filled by etl/read. row_number is the row in the file, from 1. A list is one cell: listCell in
-- etl/read/batch.ts documents the format.

create or replace table raw_movies (
  row_number integer, id integer, title varchar, original_title varchar, release_date varchar, runtime integer,
  budget bigint, revenue bigint, popularity double, vote_average double, vote_count integer, overview varchar,
  tagline varchar, status varchar, adult boolean, original_language varchar, imdb_id varchar, poster_path varchar,
  homepage varchar, collection_id integer, collection varchar, genres varchar, companies varchar, countries varchar,
  languages varchar
);

create or replace table raw_credits (row_number integer, movie_id integer);
create or replace table raw_cast_lists (row_number integer, movie_id integer, entries varchar);
create or replace table raw_crew_lists (row_number integer, movie_id integer, entries varchar);
create or replace table raw_keywords (row_number integer, movie_id integer, entries varchar);

create or replace table raw_synopses (row_number integer, movie_id integer, overview_es varchar);
create or replace table raw_aliases (
  row_number integer, movie_id integer, language varchar, position integer, title varchar
);

create or replace table raw_files (kind varchar, file varchar, rows integer);
create or replace table raw_second_halves (row_number integer);
create or replace table raw_rejects (kind varchar, file varchar, row_number integer, reason varchar, raw varchar);

-- Words of keywords, filled by keyword_words.sql.
create or replace table keyword_words (keyword_id integer, keyword_es varchar, use varchar, keyword_en varchar);

-- Filled by etl/name-keys.ts: the folded key of every name and title, and ids for people without one.
create or replace table folds (text varchar, folded varchar);
create or replace table generated_ids (folded varchar, person_id integer);
