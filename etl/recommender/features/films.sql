-- The films in the model's order. Films with the same title, year and directors are one film under two ids and share a `twin`;
-- films without a director are never twins. Films with the same title share a `story`: remakes. The region is a group of
-- original languages. The sequel is the next film of the collection by release date with 20 votes or more.
with film_directors as (
  select movie_id, list_sort(list(person_id))::varchar as names from directors group by movie_id
)
select
  id,
  coalesce(collection_id, 0) as collection,
  coalesce(
    lead(if(vote_count >= 20, id, null) ignore nulls) over collection_films,
    lag(if(vote_count >= 20, id, null) ignore nulls) over collection_films,
    0
  ) as sequel,
  adult,
  vote_count,
  vote_average,
  popularity,
  coalesce(release_year, 0) as year,
  dense_rank() over (order by lower(title), release_year, coalesce(names, id::varchar))::int as twin,
  dense_rank() over (order by lower(title))::int as story,
  case
    when original_language = 'en' then ''
    when original_language in ('es', 'pt', 'ca', 'gl', 'eu') then 'Ibero-American'
    when original_language in ('ja', 'ko', 'zh', 'cn', 'th', 'vi', 'id', 'ms', 'tl', 'mn') then 'East Asian'
    when original_language in ('hi', 'ta', 'te', 'ml', 'bn', 'ur', 'kn', 'mr', 'pa', 'si', 'ne') then 'South Asian'
    when original_language in ('ar', 'fa', 'he', 'tr', 'ku') then 'Middle Eastern'
    when original_language in ('ru', 'uk', 'pl', 'cs', 'sk', 'hu', 'ro', 'bg', 'sr', 'hr', 'bs', 'sl', 'mk', 'et', 'lv', 'lt', 'sh', 'sq')
      then 'East European'
    when original_language in ('sv', 'da', 'no', 'nb', 'fi', 'is') then 'Nordic'
    when original_language in ('fr', 'it', 'de', 'nl', 'el') then 'West European'
    else coalesce(original_language, '')
  end as region
from movies left join film_directors on movie_id = id
window collection_films as (
  partition by coalesce(collection_id, -id), adult order by release_date nulls last, id
)
order by id;
