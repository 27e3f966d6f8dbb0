-- The picks of each film in one text, best first, as the bot reads them: a row a film is half of the memory of a row a
-- pick. Each is the film picked, + where it is of the same collection, else -, and its reasons: "863+c10194 a31,12-p".
insert into pick_lists
select
  movie_id,
  string_agg(
    similar_id || if(own.collection_id = other.collection_id, '+', '-') || array_to_string(reasons, ' '), ',' order by rank
  ) as picks
from recommendations
join movies own on own.id = movie_id
join movies other on other.id = similar_id
where movie_id > $after and movie_id <= $upto
group by movie_id
order by movie_id;
