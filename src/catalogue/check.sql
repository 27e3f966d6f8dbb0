-- The checks before a version goes live in the bot, one row per problem. The ETL has checked much more.
with problems as (
  select 'it has no films' as problem where not exists (from movies)
  union all
  select 'a film id is duplicated' where exists (select id from movies group by id having count(*) > 1)
  union all
  select 'it has no titles to search' where not exists (from titles)
  union all
  select 'a return is not a finite number' where exists (from movies where not isfinite("return"))
  union all
  select 'its manifest is malformed' where not exists (from manifest where json_valid(content) and (content->>'version') is not null)
)
from problems;
