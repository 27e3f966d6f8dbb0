-- For each raw column: blank cells, and zeros and empty lists, which mean no value. `clean`: the clean films without a value (null,
-- 0, or no row in the table of the list); null if there is no such clean column.
with blank as (
  unpivot (select count_if(columns(* exclude row_number) is null)::int from raw)
  on columns(*) into name name value blank
),
nothing as (
  unpivot (
    select count_if(columns(* exclude row_number) in ('0', '0.0', '[]'))::int from raw
  )
  on columns(*) into name name value nothing
),
without as (
  unpivot (
    select count_if(coalesce(columns(*)::varchar, '0') in ('0', '0.0'))::int
    from (select * exclude (overview_es, title_es) replace (nullif(adult::varchar, '') as adult) from clean)
  )
  on columns(*) into name name value missing
),
places as (
  select column_name as name, column_index as place
  from duckdb_columns()
  where table_name = 'raw' and column_name <> 'row_number'
)
select
  name,
  blank,
  nothing,
  coalesce(missing, (select count(*) from clean) - filled)::int as clean
from places
join blank using (name)
join nothing using (name)
left join (select case name when 'collection' then 'belongs_to_collection' else name end as name, missing from without)
  using (name)
left join clean_lists using (name)
order by place;
