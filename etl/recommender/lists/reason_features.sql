-- Features that a person would name as a reason: a row per film and feature, of features that two films or more have.
-- The product of both weights is the strength of the reason. Codes are those of recommendations.reasons (data/README.md).
create or replace temp table features as
with cast_weights as (
  select movie_id, person_id, 1.2 / (1 + 0.25 * position) as weight from cast_members where position < 8
),
-- Jobs of people who wrote what the film is made from, not the film.
sources as (
  select distinct movie_id, person_id
  from crew_members
  where job in ('Novel', 'Book', 'Author', 'Short Story', 'Theatre Play', 'Comic Book', 'Characters', 'Original Story')
),
-- A film has the nationality of a country that speaks its original language. Films in English that the US took part in have none.
origins as (
  select distinct id as movie_id, code
  from movies
  join nationalities on nationalities.language = original_language and list_contains(countries, nationalities.country)
  cross join unnest(
    list_transform(genre_ids, lambda genre: nationalities.country || genre) || [nationalities.country]
  ) as origin (code)
  where original_language <> 'en' or not list_contains(countries, 'US')
),
themed as (
  select theme, keyword_id
  from (select distinct keyword_id, keyword from movie_keywords)
  join reason_themes on regexp_matches(keyword, '\b(?:' || pattern || ')\b')
),
listed as (
  select id as movie_id, 'c' || collection_id as code, 1.8 as weight, false as rare
  from movies where collection_id is not null
  union all
  select movie_id, 'd' || person_id, 1.3, false from directors
  union all
  select movie_id, 'b' || person_id, 1.25, false from sources
  union all
  select distinct movie_id, 'w' || person_id, 0.9, false
  from crew_members where department = 'Writing' and (movie_id, person_id) not in (from sources)
  union all
  select movie_id, 'a' || person_id, weight, false from cast_weights
  union all
  select movie_id, 'm' || company_id, 1, false from movie_companies semi join studios using (company_id)
  union all
  select movie_id, 'k' || keyword_id, if(use in ('about', 'with'), 1.5, 1.2), true
  from movie_keywords join keyword_words using (keyword_id)
  where use in ('about', 'with', 'set', 'also')
  union all
  select distinct movie_id, 'h' || theme, 1, true from movie_keywords join themed using (keyword_id)
  union all
  select movie_id, 'o' || code, if(regexp_matches(code, '\d') and code not like '%18', 1.2, 0.9), true from origins
  union all
  select id, 'x' || first_id || '+' || second_id, 0.7, true
  from movies join genre_pairs on list_contains(genre_ids, first_id) and list_contains(genre_ids, second_id)
  union all
  select movie_id, 'g' || genre_id, 0.1, true from movie_genres
),
counted as (
  select code, count(*)::int as films, row_number() over (order by code)::int - 1 as feature
  from listed
  group by code
  having films > 1
)
select
  movie_id,
  feature,
  code,
  films,
  -- The rarer keyword or genre is stronger.
  if(rare, weight * sqrt(ln((select count(*) from movies) / films) / ln((select count(*) from movies))), weight) as weight
from listed join counted using (code);
