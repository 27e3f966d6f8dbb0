-- Writes a table as Parquet in its row order. Compression level 1: level 2 takes twice as long to save 5 %.
copy (from query_table($name)) to $path (format parquet, compression zstd, compression_level 1);
