-- Pearson's correlation of each pair of numbers, over the raw rows, the clean films, and the films with plausible amounts.
with numbers as (
  select 'raw' as side, popularity, vote_count, budget, revenue, runtime from raw_numbers
  union all
  select 'clean', popularity, vote_count, budget, revenue, runtime from clean_numbers
  union all
  select 'reliable', popularity, vote_count, budget, revenue, runtime
  from clean_numbers semi join (from clean where reliable) using (id)
)
select
  side,
  corr(popularity, vote_count) as popularity_vote_count,
  corr(popularity, budget) as popularity_budget,
  corr(popularity, revenue) as popularity_revenue,
  corr(popularity, runtime) as popularity_runtime,
  corr(vote_count, budget) as vote_count_budget,
  corr(vote_count, revenue) as vote_count_revenue,
  corr(vote_count, runtime) as vote_count_runtime,
  corr(budget, revenue) as budget_revenue,
  corr(budget, runtime) as budget_runtime,
  corr(revenue, runtime) as revenue_runtime
from numbers
group by side;
