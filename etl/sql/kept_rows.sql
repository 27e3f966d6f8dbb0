-- One row per film id: with the most votes, then the highest popularity, then the first in the file.
create or replace table kept_rows as
select id, arg_max(row_number, (vote_count, popularity, -row_number)) as row_number
from raw_movies
group by id
order by id;
