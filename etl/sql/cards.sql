-- The parts of a film that the bot shows, as JSON: in a list of films (brief) and on its own card (card). A read costs by the column and by
-- the query, so the bot reads one text instead of columns and joins.
create or replace table cards as
with film_directors as (
  select movie_id, list_sort(list({ name: director, person_id: person_id })) as directors
  from directors
  group by movie_id
),
film_cast as (
  select
    movie_id,
    list_transform(
      list_sort(list({ position: position, person_id: person_id, name: name, character: character })),
      lambda role: { person_id: role.person_id, name: role.name, character: role.character }
    ) as "cast"
  from cast_members
  where position < 5
  group by movie_id
)
select
  id as movie_id,
  to_json({
    id: id, title: title, title_es: title_es, original_title: original_title, release_date: release_date::varchar,
    release_year: release_year, budget: budget, revenue: revenue, "return": "return",
    reliable: reliable, vote_average: vote_average, vote_count: vote_count, adult: adult, poster_path: poster_path,
    directors: coalesce(directors, [])
  })::varchar as brief,
  to_json({
    runtime: runtime, popularity: popularity, tagline: tagline, original_language: original_language, imdb_id: imdb_id,
    collection: collection, genres: genres, countries: countries, "cast": coalesce("cast", [])
  })::varchar as card
from movies
left join film_directors on film_directors.movie_id = id
left join film_cast on film_cast.movie_id = id
order by id;
