-- The recommendations as the workers deliver them; codes are separated by spaces.
create or replace temp table recommendation_rows (movie_id integer, rank integer, similar_id integer, score double, codes varchar);
