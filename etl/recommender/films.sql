-- The films in the model's order, with what a pick is weighed by.
select id, coalesce(collection_id, 0) as collection, adult, vote_count, vote_average
from movies
order by id;
