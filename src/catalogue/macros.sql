-- The table macros that queries share.

-- The films of a chart; a null argument leaves that filter out.
create or replace macro films_of(with_genre, with_decade, with_language, with_adult) as table
from movies
where (not adult or with_adult)
  and (with_genre is null or id in (select movie_id from movie_genres where genre_id = with_genre))
  and (with_decade is null or release_year // 10 * 10 = with_decade)
  and (with_language is null or original_language = with_language);

-- The films of the trivia with their distance from one film in fame, years, genres and language, plus seeded noise: the more, the
-- easier the question. Films that are less known come last, unless the film itself is. At most one film of each collection, without
-- the film's own and its namesakes.
create or replace macro films_like(film, seed, difficulty) as table
select
  other.*,
  abs(ln(other.fame / own.fame))
  + if(other.fame < least(own.fame, if(difficulty = 1, 1850, 870)), 8, 0)
  + abs(other.release_year - own.release_year) / 8
  - 2 * bit_count(other.genres & own.genres) / greatest(bit_count(other.genres | own.genres), 1)
  + if(other.language = own.language, 0, 1.5)
  + if(other.has_title_es, 0, 2)
  + (5 - difficulty) * 0.7 * (hash(other.id, seed) % 1000) / 1000 as distance
from question_films other, (from question_films where id = film) own
where (other.collection_id = own.collection_id) is not true
  and not list_contains(own.namesakes, other.id)
qualify row_number() over (partition by coalesce(other.collection_id, -other.id) order by distance, other.id) = 1;

-- The films of the trivia that a hint about one film may name: neither of its collection nor its namesakes.
create or replace macro other_films_of(film) as table
select other.id, other.title, other.title_es
from question_films other, (from question_films where id = film) own
where (other.collection_id = own.collection_id) is not true
  and not list_contains(own.namesakes, other.id);

-- The questions that can be asked in a language about the films of a theme. A null argument leaves that filter out.
create or replace macro questions_of(
  with_language, with_untranslated, with_kinds, with_difficulty, with_decade, with_original_language, with_genre, with_films
) as table
from questions
where language = with_language and (translated or with_untranslated)
  and list_contains(with_kinds, kind)
  and (with_difficulty is null or difficulty = with_difficulty)
  and (with_decade is null or decade = with_decade)
  and (with_original_language is null or original_language = with_original_language)
  and (with_genre is null or movie_id in (select movie_id from movie_genres where genre = with_genre))
  and (with_films is null or list_contains(with_films, movie_id));

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

-- The conditions of a filter on one column. A null value means no condition.
create or replace macro is_same(value, wanted) as wanted is null or value = wanted;
create or replace macro has_one(list, wanted) as wanted is null or list_contains(list, wanted);
create or replace macro is_within(value, lowest, highest) as
  (lowest is null and highest is null) or value between coalesce(lowest, 0) and coalesce(highest, 9999);
create or replace macro is_least(value, least_value) as least_value is null or value >= least_value;
create or replace macro has_person(film, person) as
  person is null or film in (select movie_id from credits where person_id = person);

-- The films that pass all filters. It is twice as fast as `missed = 0` below.
create or replace macro films_passing(
  with_genre, from_year, to_year, with_country, with_language, shortest, longest, least_score, least_votes, with_person, with_adult
) as table
from movies
where (not adult or with_adult)
  and has_one(genre_ids, with_genre)
  and is_within(release_year, from_year, to_year)
  and has_one(countries, with_country)
  and is_same(original_language, with_language)
  and is_within(runtime, shortest, longest)
  and is_least(vote_average, least_score)
  and is_least(vote_count, least_votes)
  and has_person(id, with_person);

-- The films with a bit in `missed` for each filter that they do not pass (`BITS` in discover.ts).
create or replace macro films_against(
  with_genre, from_year, to_year, with_country, with_language, shortest, longest, least_score, least_votes, with_person, with_adult
) as table
select
  *,
  if(has_one(genre_ids, with_genre), 0, 1)
  + if(is_within(release_year, from_year, to_year), 0, 2)
  + if(has_one(countries, with_country), 0, 4)
  + if(is_same(original_language, with_language), 0, 8)
  + if(is_within(runtime, shortest, longest), 0, 16)
  + if(is_least(vote_average, least_score), 0, 32)
  + if(is_least(vote_count, least_votes), 0, 64)
  + if(has_person(id, with_person), 0, 128) as missed
from movies
where not adult or with_adult;
