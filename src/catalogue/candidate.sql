-- The published tables of a version that is not live, in the database `memory`, which is empty otherwise: the live version has one of its own.
create view memory.main.movies as from read_parquet(getvariable('version') || '/movies.parquet');
create view memory.main.titles as from read_parquet(getvariable('version') || '/titles.parquet');
create view memory.main.people as from read_parquet(getvariable('version') || '/people.parquet');
create view memory.main.crew_members as from read_parquet(getvariable('version') || '/crew_members.parquet');
create view memory.main.manifest as from read_text(getvariable('version') || '/manifest.json');
