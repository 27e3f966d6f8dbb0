-- The published tables, in memory: the columns that the bot's queries read, and what replies would else work out anew.

create or replace table movie_genres as
select movie_id, position, genre_id, genre from read_parquet(getvariable('version') || '/movie_genres.parquet');

-- With its card, and the films like it.
create or replace table movies as
select
  movies.* exclude (status, homepage, runtime, imdb_id, poster_path, genres, countries),
  brief,
  card,
  picks,
  picks is not null as has_picks
from read_parquet(getvariable('version') || '/movies.parquet') movies
left join read_parquet(getvariable('version') || '/cards.parquet') cards on cards.movie_id = id
left join read_parquet(getvariable('version') || '/pick_lists.parquet') pick_lists on pick_lists.movie_id = id;

create or replace table movie_keywords as
select movie_id, position, keyword_id, keyword, keyword_es from read_parquet(getvariable('version') || '/movie_keywords.parquet');

create or replace table cast_members as
select movie_id, position, person_id, name, character from read_parquet(getvariable('version') || '/cast_members.parquet');

create or replace table people as
from read_parquet(getvariable('version') || '/people.parquet')
order by person_id;

-- With their names, so that a film's card need not look them up.
create or replace table directors as
with jobs as (
  select distinct movie_id, person_id from read_parquet(getvariable('version') || '/crew_members.parquet')
  where job = 'Director'
)
select movie_id, person_id, people.name as director
from jobs join people using (person_id)
order by movie_id, director, person_id;

-- Who acted in what and who directed it, in the order of people: what one person did lies together.
create or replace table credits as
with both_roles as (
  select person_id, movie_id, true as acted from cast_members
  union all
  select person_id, movie_id, false as acted from directors
)
from both_roles order by person_id, acted, movie_id;

create or replace table titles as
select movie_id, title, folded from read_parquet(getvariable('version') || '/titles.parquet');

create or replace table movie_words as
select movie_id, part = 'title' as in_title, word from read_parquet(getvariable('version') || '/movie_words.parquet');

-- The films that a chart is about; null leaves a wish open.
create or replace macro films_of(wanted_genre, wanted_decade, wanted_language, with_adult) as table
from movies
where (not adult or with_adult)
  and (wanted_genre is null or id in (select movie_id from movie_genres where genre_id = wanted_genre))
  and (wanted_decade is null or release_year // 10 * 10 = wanted_decade)
  and (wanted_language is null or original_language = wanted_language);

create or replace table reason_names as
from read_parquet(getvariable('version') || '/reason_names.parquet');

-- The films of each month and of each weekday, of all years, and the most voted of them.
create or replace table openings as
with slots as (
  select range::int as month, null::int as weekday from range(1, 13)
  union all
  select null, range::int from range(1, 8)
)
select
  month,
  weekday,
  count(movies.id)::int as films,
  (select count(release_date)::int from movies) as dated,
  (select count(*)::int from movies where release_date is null) as undated,
  arg_max(movies.id, (vote_count, -movies.id)) as best,
  arg_max(movies.id, (vote_count, -movies.id)) filter (not adult) as best_for_all
from slots left join movies on coalesce(release_month = month, release_weekday = weekday)
group by month, weekday;

-- A name that readers of both languages can read, and a button can hold.
create or replace macro readable(name) as
  length(name) <= 80 and regexp_full_match(name, '[\p{Latin}\p{M} .,''’"-]+');

-- Genres as a set of bits, for likeness alone: one bit a genre, of the 62 commonest.
create or replace table genre_bits as
with places as (
  select genre_id, row_number() over (order by count(*) desc, genre_id) - 1 as place from movie_genres group by genre_id
)
select movie_id, bit_or(1::bigint << place::integer) as genres
from movie_genres join places using (genre_id)
where place < 62
group by movie_id;

-- A language of film as one that readers tell apart: TMDB has two codes for Chinese, and several for Norwegian and Serbian.
create or replace macro tongue(code) as
case
  when code = 'cn' then 'zh'
  when code in ('nb', 'nn') then 'no'
  when code in ('sh', 'hr', 'bs') then 'sr'
  when code = 'mo' then 'ro'
  else code
end;

-- What the trivia can ask.
create or replace table questions as
select questions.*, release_year // 10 * 10 as decade, original_language
from read_parquet(getvariable('version') || '/questions.parquet') questions
join movies on movies.id = questions.movie_id
order by language, kind, difficulty, questions.movie_id;

-- How many of each kind and difficulty there are, of a genre and (genre is null) of all.
create or replace table question_counts as
with themes as (
  select distinct movie_id, genre from movie_genres
  union all
  select id, null from movies
)
select genre, language, kind, translated, difficulty, decade, original_language, count(*)::integer as questions
from questions join themes using (movie_id)
group by all
order by genre, language, kind;

-- A film of the trivia and every film that goes by one of its names, itself too.
create or replace table namesakes as
select distinct own.movie_id as film_id, other.movie_id
from titles own semi join questions using (movie_id)
join titles other using (folded)
order by film_id, other.movie_id;

-- The films that questions ask about and name.
create or replace table question_films as
with pool as (
  select distinct movie_id from questions
),
hands as (
  select movie_id, list({ 'person_id': person_id, 'name': name } order by name) as directors
  from directors semi join pool using (movie_id) join people using (person_id)
  group by movie_id
),
leads as (
  select movie_id, list({ 'person_id': person_id, 'name': people.name } order by position) as leads
  from cast_members semi join pool using (movie_id) join people using (person_id)
  where position < 6 and readable(people.name)
  group by movie_id
),
names as (
  select movie_id, list(distinct folded) as names from titles semi join pool using (movie_id) group by movie_id
),
twins as (
  select film_id, list(movie_id) as namesakes, bool_or(movie_id <> film_id and vote_count >= 50) as has_namesake
  from namesakes join movies on movies.id = namesakes.movie_id
  group by film_id
),
casts as (
  select movie_id, count(*) >= 5 as has_cast from cast_members semi join pool using (movie_id) group by movie_id
)
select
  movies.id, title, coalesce(title_es, title) as title_es, names, coalesce(genre_bits.genres, 0) as genres,
  release_date, release_year, vote_count, collection_id, tongue(original_language) as tongue, coalesce(has_cast, false) as has_cast,
  namesakes, has_namesake,
  case when budget >= 1000 and revenue >= 1000 then revenue::double end as revenue,
  genre, original_language, coalesce(directors, []) as directors, coalesce(leads, []) as leads
from movies semi join pool on pool.movie_id = movies.id
join twins on twins.film_id = movies.id
join names on names.movie_id = movies.id
left join genre_bits on genre_bits.movie_id = movies.id
left join casts on casts.movie_id = movies.id
left join hands on hands.movie_id = movies.id
left join leads on leads.movie_id = movies.id
left join movie_genres on movie_genres.movie_id = movies.id and movie_genres.position = 0
order by movies.id;

-- Their directors and leading casts, each with the next of the person's films in order of fame.
create or replace table question_directors as
with readers as (
  select person_id, name, folded, votes from people where readable(name)
)
select
  movie_id, person_id, name, folded, votes,
  lag(movie_id) over (partition by person_id order by vote_count, movie_id) as other_id
from directors join question_films on id = movie_id join readers using (person_id)
order by movie_id, person_id;

create or replace table question_cast as
with readers as (
  select person_id, name, folded, votes from people where readable(name)
)
select
  movie_id, person_id, readers.name, folded, votes, position, character,
  lag(movie_id) over (partition by person_id order by vote_count, movie_id) as other_id
from cast_members join question_films on id = movie_id join readers using (person_id)
where position < 10
order by movie_id, position;

-- A person of the trivia and everybody of that name, the person too.
create or replace table people_namesakes as
select own.person_id, other.person_id as other_id
from people own join people other using (folded)
where own.person_id in (select person_id from question_directors union all select person_id from question_cast)
order by own.person_id, other_id;

create or replace table movie_languages as
select movie_id, language from read_parquet(getvariable('version') || '/movie_languages.parquet')
semi join question_films on question_films.id = movie_id;

-- Keywords that say something of a story: several films share them, and they do not speak of how a film is made.
create or replace table question_keywords as
select keyword_id
from movie_keywords semi join question_films on id = movie_id
group by keyword_id
having count(*) >= 4 and not regexp_matches(
  any_value(keyword),
  'director|stinger|independent|nudity|\bsex|erotic|based on|sequel|remake|spin off|prequel|trilogy|3d|imax|film|cinema|\bmovie|rape|incest'
);

-- How far the films are from one in fame, years, genres and language, a little shuffled; of its saga and its namesakes none.
create or replace macro films_like(film, seed) as table
select
  other.*,
  abs(ln(other.vote_count / asked.vote_count))
  + abs(other.release_year - asked.release_year) / 8
  - 2 * bit_count(other.genres & asked.genres) / greatest(bit_count(other.genres | asked.genres), 1)
  + if(other.tongue = asked.tongue, 0, 0.7)
  + 1.5 * (hash(other.id, seed) % 1000) / 1000 as distance
from question_films other, (from question_films where id = film) asked
where (other.collection_id = asked.collection_id) is not true
  and not list_contains(asked.namesakes, other.id);

-- Films that may be named in a hint about one: of other sagas, under other names.
create or replace macro other_films_of(film) as table
select other.id, other.title, other.title_es
from question_films other, (from question_films where id = film) asked
where (other.collection_id = asked.collection_id) is not true
  and not list_contains(asked.namesakes, other.id);

-- The options of a question, as JSON, one row each from 0.
create or replace macro options_of(question) as table
select
  nr - 1 as nr, option->>'label' as label, option->>'folded' as folded, option->>'value' as value,
  (option->>'filmId')::integer as film_id, (option->>'personId')::integer as person_id
from (
  select
    unnest((question->'options')::json[]) as option,
    generate_subscripts((question->'options')::json[], 1) as nr
);

-- The films that an option can mean: all that go by one of its film's names.
create or replace macro films_of_options(question) as table
select nr, options.film_id, movie_id
from options_of(question) options join namesakes using (film_id);

-- The people whom an option can mean: all of that name.
create or replace macro people_of_options(question) as table
select nr, other_id as person_id
from options_of(question) options join people_namesakes using (person_id);

create or replace table manifest as
select content from read_text(getvariable('version') || '/manifest.json');
