-- Nothing reads these any more, and they are large; of the raw tables only the numbers and ids of their rows are counted.
drop table folds;
drop table generated_ids;
drop table names_without_id;
create or replace table raw_movies as select row_number, id from raw_movies;
create or replace table raw_keywords as select row_number, movie_id from raw_keywords;
