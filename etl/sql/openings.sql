-- How many films opened in each month and on each weekday, over all years, and the most voted of them.
create or replace table openings as
with slots as (
  select range::integer as month, null::integer as weekday from range(1, 13)
  union all
  select null, range::integer from range(1, 8)
)
select
  month,
  weekday,
  count(movies.id)::integer as films,
  (select count(release_date)::integer from movies) as dated,
  (select count(*)::integer from movies where release_date is null) as undated,
  arg_max(movies.id, (vote_count, -movies.id)) as best,
  arg_max(movies.id, (vote_count, -movies.id)) filter (not adult) as best_for_all
from slots left join movies on coalesce(release_month = month, release_weekday = weekday)
group by month, weekday
order by month, weekday;
