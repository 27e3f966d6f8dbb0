-- The reasons of each film's recommendations as one text, best recommendation first: its codes with spaces between them, and a comma
-- before the next. One row a film takes half the memory of one row a recommendation.
insert into recommendation_reasons
select movie_id, string_agg(array_to_string(reasons, ' '), ',' order by rank) as reasons
from recommendations
where movie_id > $after and movie_id <= $upto
group by movie_id
order by movie_id;
