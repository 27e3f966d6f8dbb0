-- The content features of the films: a row per film and feature, of features that two films or more have. Weights are
-- multiplied by the inverse document frequency, then scaled to unit length per film and kind. feature-kinds.ts has the kinds;
-- a code is the letter of the kind and an id. Words that occur in more than one film of fifteen are left out.
create or replace temp table features as
with words as (
  select id as movie_id, unnest(regexp_extract_all(lower(concat_ws(' ', overview, tagline)), '[a-zà-ÿ]{3,}')) as word
  from movies
),
listed as (
  select id as movie_id, 'c' as kind, collection_id::varchar as name, 1.0 as weight
  from movies where collection_id is not null
  union all
  select movie_id, 'd', person_id::varchar, 1.0 from directors
  union all
  select distinct movie_id, 'w', person_id::varchar, 1.0
  from crew_members anti join directors using (movie_id, person_id)
  where department = 'Writing'
  union all
  select movie_id, 'a', person_id::varchar, 1 / (1 + 0.3 * position) from cast_members where position < 10
  union all
  select movie_id, 'k', keyword_id::varchar, 1.0 from movie_keywords
  union all
  select movie_id, 'g', genre_id::varchar, 1.0 from movie_genres
  union all
  select movie_id, 'm', company_id::varchar, 1.0 from movie_companies
  union all
  select movie_id, 'n', country, 1.0 from movie_countries
  union all
  select id, 'l', original_language, 1.0 from movies where original_language is not null
  union all
  select movie_id, 't', word, 1 + ln(count(*)) from words group by movie_id, word
),
counted as (
  select kind, name, count(*)::int as films, row_number() over (order by kind, name)::int - 1 as feature
  from listed
  group by kind, name
  having films > 1 and films < (select count(*) from movies)
    and (kind <> 't' or films <= greatest(20, (select count(*) from movies) / 15))
),
weighed as (
  select movie_id, kind, name, feature, films, weight * ln((select count(*) from movies) / films) as weight
  from listed join counted using (kind, name)
)
select
  movie_id,
  feature,
  kind || name as code,
  films,
  weight / sqrt(sum(weight * weight) over (partition by movie_id, kind)) as weight
from weighed;
