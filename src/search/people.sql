-- Everybody who acted or directed, best known first. Flag 1: acted, 2: directed.
select
  person_id as id, name, folded, votes::int as votes, 0 as year,
  (cast_films > 0)::int + 2 * (directed_films > 0)::int as flags
from read_parquet(getvariable('version') || '/people.parquet')
where cast_films > 0 or directed_films > 0
order by votes desc, person_id;
