-- The number of outliers; tiny amounts are 1 to 999 dollars.
select
  count_if(budget = 1)::int as budget_of_one,
  count_if(budget between 1 and 999)::int as tiny_budgets,
  count_if(revenue between 1 and 999)::int as tiny_revenues,
  count_if(popularity > 100)::int as very_popular,
  count_if(runtime > 600)::int as very_long,
  coalesce(max("return") filter (budget between 1 and 999), 0) as highest_return
from clean;
