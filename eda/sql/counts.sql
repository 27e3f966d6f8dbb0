-- Single counts over the raw rows and over the clean films.
select
  (select count(*) from raw)::int as raw_rows,
  (select count(*) from clean)::int as clean_films,
  (select count(distinct coalesce(original_language, '')) from raw)::int as raw_languages,
  (select count(distinct original_language) from clean)::int as clean_languages,
  (select count_if(revenue = 0) from raw_numbers)::int as raw_without_revenue,
  (select count_if(revenue = 0) from clean)::int as clean_without_revenue,
  (select count_if(budget = 0) from raw_numbers)::int as raw_without_budget,
  (select count_if(budget = 0) from clean)::int as clean_without_budget,
  (select count(*) from raw_numbers where popularity is null)::int as raw_without_numbers,
  (select count_if(budget > 0 and revenue > 0) from raw_numbers)::int as raw_with_money,
  (select count_if(budget > 0 and revenue > 0) from clean)::int as clean_with_money,
  (select count_if(budget >= 1000 and revenue >= 1000) from raw_numbers)::int as raw_reliable,
  (select count_if(reliable) from clean)::int as clean_reliable,
  (
    select coalesce(sum(times - 1), 0)
    from (select *, count(*) as times from (select * exclude row_number from raw) group by all)
  )::int as raw_identical,
  (select count(*) - count(distinct id) from raw)::int as raw_repeated,
  (select count(*) - count(distinct id) from clean)::int as clean_repeated;
