-- The recommendations of each film, as the workers deliver them: "id,score,codes;…", best first; codes are separated by spaces.
create or replace temp table recommendation_rows (movie_id integer, picks varchar);
