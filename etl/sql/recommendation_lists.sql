-- The recommendations of each film as one text, best first: one row a film takes half the memory of one row a
-- recommendation. An item is the recommended film, + if it is of the same collection, else -, and the codes of its reasons:
-- "863+c10194 a31,12-p".
insert into recommendation_lists
select
  movie_id,
  string_agg(
    similar_id || if(own.collection_id = other.collection_id, '+', '-') || array_to_string(reasons, ' '), ',' order by rank
  ) as recommendations
from recommendations
join movies own on own.id = movie_id
join movies other on other.id = similar_id
where movie_id > $after and movie_id <= $upto
group by movie_id
order by movie_id;
