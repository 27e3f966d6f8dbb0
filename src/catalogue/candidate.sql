-- The published tables of a version that is not live. They hide the live ones, which are memory.main.<table>.
create temp view movies as from read_parquet(getvariable('version') || '/movies.parquet');
create temp view titles as from read_parquet(getvariable('version') || '/titles.parquet');
create temp view people as from read_parquet(getvariable('version') || '/people.parquet');
create temp view crew_members as from read_parquet(getvariable('version') || '/crew_members.parquet');
create temp view manifest as from read_text(getvariable('version') || '/manifest.json');
