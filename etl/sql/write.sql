-- One table as Parquet, in the order of its keys, which are its first columns.
copy (from query_table($name) order by all) to $path (format parquet, compression zstd);
