-- One row per film, person and job.
create or replace table crew_members as
with jobs as (
  select
    raw.movie_id,
    coalesce(raw.person_id, names_without_id.person_id, generated_ids.person_id) as person_id,
    raw.name,
    raw.department,
    raw.job,
    raw.row_number * 1000000::bigint + raw.position as place
  from raw_crew raw
  semi join movies on movies.id = raw.movie_id
  left join names_without_id on names_without_id.name = if(raw.person_id is null, raw.name, null)
  left join generated_ids using (folded)
)
select
  movie_id,
  person_id,
  arg_min(name, place) as name,
  arg_min_null(department, place) as department,
  job
from jobs
group by movie_id, person_id, job
order by movie_id, person_id, job;

-- Frees memory: no later step reads this table.
drop table raw_crew;
