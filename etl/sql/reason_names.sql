-- The names behind the reason codes that occur. Directors, writers and actors are all people, under "n".
create or replace table reason_names as
with codes as (
  select distinct code[1] as letter, try_cast(code[2:] as integer) as number
  from (select unnest(reasons) as code from recommendations)
),
given as (
  select distinct if(letter in ('d', 'w', 'a'), 'n', letter) as kind, number from codes where number is not null
),
names as (
  select 'c' as kind, collection_id as number, min(collection) as name, null::varchar as name_es
  from movies where collection_id is not null group by all
  union all
  select 'g', genre_id, min(genre), null from movie_genres group by all
  union all
  select 'k', keyword_id, min(keyword), min(keyword_es) from movie_keywords group by all
  union all
  select 'n', person_id, name, null from people
)
select kind, number, name, name_es
from given join names using (kind, number)
order by number, kind;
