-- The names behind the reason codes that occur. Directors, writers, actors and authors are all people, under "n". An origin's code is a
-- country, "o", and the number of a genre; both have a name here.
create or replace table reason_names as
with codes as (
  select distinct code from (select unnest(reasons) as code from recommendations)
),
given as (
  select distinct
    if(code[1] in ('d', 'w', 'a', 'b'), 'n', code[1]) as kind,
    if(code[1] = 'o', code[2:3], code[2:]) as key
  from codes
  union
  select 'g', code[4:] from codes where code[1] = 'o' and len(code) > 3
),
names as (
  select 'c' as kind, collection_id::varchar as key, min(collection) as name, null::varchar as name_es, null::varchar as use
  from movies where collection_id is not null group by all
  union all
  select 'g', genre_id::varchar, min(genre), null, null from movie_genres group by all
  union all
  select 'k', keyword_id::varchar, min(coalesce(keyword_en, keyword)), min(movie_keywords.keyword_es), min(use)
  from movie_keywords join keyword_words using (keyword_id) group by all
  union all
  select 'h', theme, name, name_es, use from reason_themes
  union all
  select 'm', company_id::varchar, name, null, null from studios
  union all
  select 'n', person_id::varchar, name, null, null from people
  union all
  select 'x', first_id || '+' || second_id, name, name_es, 'also' from genre_pairs
  union all
  select distinct 'o', country, name, name_es, null from nationalities
)
select kind, key, name, name_es, use
from given join names using (kind, key)
order by kind, key;
