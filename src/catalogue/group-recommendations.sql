-- The films between several films, best first. From each given film, a walk takes one step or two along the lists of
-- recommendations; higher ranks are likelier steps, and the chances of a list of 50 add up to 1. For each given film, a film
-- scores the logarithm of how much likelier the walk ends there than at any film with as many votes. The logarithm makes a
-- film near all of them beat a film near one, and each given film counts alike.
with given as (
  select id as own, string_split(recommendations, ',') as list from movies where id in (select unnest($ids::int[]))
),
first_step as materialized (
  select own, regexp_extract(item, '^\d+')::int as film, 0.57 / (rank + 10) as chance
  from (select own, unnest(list) as item, generate_subscripts(list, 1) as rank from given)
),
middles as (
  select id as middle, string_split(recommendations, ',') as list
  from movies
  where id in (select film from first_step) and (not adult or $adult) and not list_contains($excluded::int[], id)
),
second_step as (
  select middle, regexp_extract(item, '^\d+')::int as film, 0.57 / (rank + 10) as chance
  from (select middle, unnest(list) as item, generate_subscripts(list, 1) as rank from middles)
),
walks as materialized (
  select own, film, null::int as middle, chance from first_step
  union all
  select own, second_step.film, middle, 0.5 * first_step.chance * second_step.chance
  from first_step join second_step on middle = first_step.film
),
reached as (
  select own, film, sum(chance) as chance from walks group by own, film
),
scored as (
  select
    id, any_value(coalesce(collection_id, -id)) as collection,
    sum(ln(1 + chance / (1e-5 * (1 + vote_count / 500)))) as score
  from reached join movies on id = film
  where not list_contains($excluded::int[], id) and (not adult or $adult)
    and ($genre::int is null or id in (select movie_id from movie_genres where genre_id = $genre))
    and coalesce(release_year, 0) between $from and $to
    and ($language::varchar is null or original_language = $language)
    and vote_count >= $votes
  group by id
),
-- At most two films of a collection. Some of the best are left out below.
best as materialized (
  select -film.id as id, film.score as score
  from (select unnest(max({ score: score, id: -id }, 2)) as film from scored group by collection)
  order by score desc, id
  limit $limit + 20
),
names as (
  select movie_id, folded from titles where movie_id in (select id from best)
),
names_of_given as (
  select folded from titles where movie_id in (select unnest($ids::int[]))
),
shown as (
  select id, score
  from (
    select id, score, row_number() over (partition by title, release_year order by score desc, id) as place_among_twins
    from best join movies using (id)
    where id not in (select movie_id from names semi join names_of_given using (folded))
  )
  where place_among_twins = 1
  order by score desc, id
  limit $limit
)
select id, list({ own: own, middle: middle }) as middles
from shown
join (
  select own, film, arg_max(middle, chance) as middle from walks where film in (select id from shown) group by own, film
) on film = id
group by id, score
order by score desc, id
