-- The table macros that queries share.

-- The films of a chart; a null argument leaves that filter out.
create or replace macro films_of(with_genre, with_decade, with_language, with_adult) as table
from movies
where (not adult or with_adult)
  and (with_genre is null or id in (select movie_id from movie_genres where genre_id = with_genre))
  and (with_decade is null or release_year // 10 * 10 = with_decade)
  and (with_language is null or original_language = with_language);

-- The films of the trivia with their distance from one film in fame, years, genres and language, plus a little seeded noise.
-- Without the film's own collection and its namesakes.
create or replace macro films_like(film, seed) as table
select
  other.*,
  abs(ln(other.vote_count / own.vote_count))
  + abs(other.release_year - own.release_year) / 8
  - 2 * bit_count(other.genres & own.genres) / greatest(bit_count(other.genres | own.genres), 1)
  + if(other.language = own.language, 0, 0.7)
  + 1.5 * (hash(other.id, seed) % 1000) / 1000 as distance
from question_films other, (from question_films where id = film) own
where (other.collection_id = own.collection_id) is not true
  and not list_contains(own.namesakes, other.id);

-- The films of the trivia that a hint about one film may name: neither of its collection nor its namesakes.
create or replace macro other_films_of(film) as table
select other.id, other.title, other.title_es
from question_films other, (from question_films where id = film) own
where (other.collection_id = own.collection_id) is not true
  and not list_contains(own.namesakes, other.id);

-- The options of a question (JSON), one row each, numbered from 0.
create or replace macro options_of(question) as table
select
  nr - 1 as nr, option->>'label' as label, option->>'folded' as folded, option->>'value' as value,
  (option->>'filmId')::integer as film_id, (option->>'personId')::integer as person_id
from (
  select
    unnest((question->'options')::json[]) as option,
    generate_subscripts((question->'options')::json[], 1) as nr
);

-- The films that an option can mean: its film and that film's namesakes.
create or replace macro films_of_options(question) as table
select nr, options.film_id, movie_id
from options_of(question) options join namesakes using (film_id);

-- The people that an option can mean: its person and that person's namesakes.
create or replace macro people_of_options(question) as table
select nr, other_id as person_id
from options_of(question) options join people_namesakes using (person_id);

-- The films with a bit in `missed` for each filter that they do not pass (`BITS` in discover.ts); a null argument leaves that filter out.
create or replace macro films_against(
  with_genre, from_year, to_year, with_country, with_language, shortest, longest, least_score, least_votes, with_person, with_adult
) as table
select
  *,
  if(with_genre is null or list_contains(genre_ids, with_genre), 0, 1)
  + if((from_year is null and to_year is null) or release_year between coalesce(from_year, 0) and coalesce(to_year, 9999), 0, 2)
  + if(with_country is null or list_contains(countries, with_country), 0, 4)
  + if(with_language is null or original_language = with_language, 0, 8)
  + if((shortest is null and longest is null) or runtime between coalesce(shortest, 0) and coalesce(longest, 9999), 0, 16)
  + if(least_score is null or vote_average >= least_score, 0, 32)
  + if(least_votes is null or vote_count >= least_votes, 0, 64)
  + if(with_person is null or id in (select movie_id from credits where person_id = with_person), 0, 128) as missed
from movies
where not adult or with_adult;
