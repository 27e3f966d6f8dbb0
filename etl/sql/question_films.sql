-- The films that questions ask about and offer as options.
create or replace table question_films as
with pool as (
  select distinct movie_id from questions
),
film_directors as (
  select movie_id, list_sort(list({ 'name': director, 'person_id': person_id })) as directors
  from directors semi join pool using (movie_id)
  group by movie_id
),
film_cast as (
  select
    movie_id,
    count(*) >= 5 as has_cast,
    list_sort(list({ 'position': position, 'person_id': person_id, 'name': people.name })
      filter (position < 6 and is_readable(people.name))) as leads
  from cast_members semi join pool using (movie_id) join people using (person_id)
  group by movie_id
),
film_names as (
  select movie_id, list_sort(list(distinct folded)) as names
  from titles semi join pool using (movie_id)
  group by movie_id
),
film_namesakes as (
  select
    film_id as movie_id,
    list_sort(list(movie_id)) as namesakes,
    bool_or(movie_id <> film_id and vote_count >= 50) as has_namesake
  from namesakes join movies on movies.id = namesakes.movie_id
  group by film_id
),
-- A bit a genre; a bigint has room for the 62 commonest.
film_genres as (
  select movie_id, bit_or(1::bigint << ordinal) filter (ordinal < 62) as bits, arg_min(movie_genres.genre, position) as genre
  from movie_genres semi join pool using (movie_id) join genres using (genre_id)
  group by movie_id
)
select
  movies.id,
  title,
  coalesce(title_es, title) as title_es,
  title_es is not null as has_title_es,
  names,
  coalesce(bits, 0) as genres,
  genre,
  release_date,
  release_year,
  vote_count,
  greatest(1, fame_of_film(vote_count, release_year, vote_average, original_language)) as fame,
  case when reliable then revenue::double end as revenue,
  collection_id,
  original_language,
  merge_language(original_language) as language,
  coalesce(list_transform(directors, lambda one: { 'person_id': one.person_id, 'name': one.name }), []) as directors,
  coalesce(list_transform(leads, lambda one: { 'person_id': one.person_id, 'name': one.name }), []) as "cast",
  coalesce(has_cast, false) as has_cast,
  namesakes,
  has_namesake
from movies
join film_names on film_names.movie_id = movies.id
join film_namesakes on film_namesakes.movie_id = movies.id
left join film_genres on film_genres.movie_id = movies.id
left join film_directors on film_directors.movie_id = movies.id
left join film_cast on film_cast.movie_id = movies.id
order by movies.id;
