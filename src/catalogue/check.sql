-- What the bot checks before a version goes live; the ETL has checked much more. One row for each problem.
with problems as (
  select 'it has no films' as problem where not exists (from movies)
  union all
  select 'a film id is there twice' where exists (select id from movies group by id having count(*) > 1)
  union all
  select 'it has no titles to look up' where not exists (from titles)
  union all
  select 'a return is not a finite number' where exists (from movies where not isfinite("return"))
  union all
  select 'its manifest is broken' where not exists (from manifest where json_valid(content) and (content->>'version') is not null)
)
from problems;
