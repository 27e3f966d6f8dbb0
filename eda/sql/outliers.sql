-- The most extreme films by budget, popularity and runtime. The ETL keeps them.
(
  select 'budget' as what, title, release_year as year, budget::double as value, revenue::double as revenue
  from clean
  where budget between 1 and 999 and revenue > 0
  order by "return" desc, id
  limit 10
)
union all
(select 'popularity', title, release_year, popularity, null from clean order by popularity desc, id limit 5)
union all
(select 'runtime', title, release_year, runtime, null from clean where runtime > 600 order by runtime desc, id limit 5);
