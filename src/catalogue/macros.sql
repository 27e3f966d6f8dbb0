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
