-- No later step reads these large tables. The checks and rules only count row numbers and ids of the raw ones.
drop table folds;
drop table generated_ids;
drop table names_without_id;
create or replace table raw_movies as select row_number, id from raw_movies;
create or replace table raw_keywords as select row_number, movie_id from raw_keywords;
drop table director_fames;
drop table actor_fames;
drop table roles;
drop table genders;
drop table saga_faces;
