-- The picks as they are made: reasons are codes separated by blanks.
create or replace temp table picks (movie_id integer, rank integer, similar_id integer, score double, codes varchar);
