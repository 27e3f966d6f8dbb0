-- The checks before a version goes live in the bot, one row per problem with its key in operator-text.ts. The ETL has checked much more.
with problems as (
  select 'noFilms' as problem where not exists (from movies)
  union all
  select 'filmTwice' where exists (select id from movies group by id having count(*) > 1)
  union all
  select 'noTitles' where not exists (from titles)
  union all
  select 'returnNotFinite' where exists (from movies where not isfinite("return"))
  union all
  select 'malformedManifest' where not exists (from manifest where json_valid(content) and (content->>'version') is not null)
)
from problems;
