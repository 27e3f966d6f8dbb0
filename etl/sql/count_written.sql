-- The number of rows of a table on disk and in memory.
select
  (select count(*)::integer from read_parquet($path)) as written,
  (select count(*)::integer from query_table($name)) as expected;
