-- The tables of a published version under their own names, read from the Parquet files in its folder.
create temp view movies as from read_parquet(getvariable('version') || '/movies.parquet');
create temp view titles as from read_parquet(getvariable('version') || '/titles.parquet');
create temp view people as from read_parquet(getvariable('version') || '/people.parquet');
create temp view cast_members as from read_parquet(getvariable('version') || '/cast_members.parquet');
create temp view crew_members as from read_parquet(getvariable('version') || '/crew_members.parquet');
create temp view movie_companies as from read_parquet(getvariable('version') || '/movie_companies.parquet');
