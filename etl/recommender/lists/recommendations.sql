-- The recommendations for each film, best first.
create or replace table recommendations as
select movie_id, rank, similar_id, score, list_filter(string_split(codes, ' '), lambda code: code <> '') as reasons
from recommendation_rows
order by movie_id, rank;

drop table recommendation_rows;
