-- Count, mean, standard deviation and quartiles of every number, over the raw rows and over the clean films.
with both_sides as (
  select 'raw' as side, name, value
  from (unpivot (select * exclude row_number from raw_numbers) on columns(*) into name name value value)
  union all
  select 'clean', name, value
  from (unpivot (select * exclude id from clean_numbers) on columns(*) into name name value value)
)
select
  name,
  side,
  count(value)::int as films,
  count_if(value = 0)::int as zeros,
  avg(value) as mean,
  stddev_samp(value) as deviation,
  min(value) as lowest,
  quantile_cont(value, 0.25) as q1,
  quantile_cont(value, 0.5) as median,
  quantile_cont(value, 0.75) as q3,
  max(value) as highest
from both_sides
group by name, side
order by
  list_position(['popularity', 'vote_count', 'vote_average', 'budget', 'revenue', 'runtime'], name),
  side desc;
