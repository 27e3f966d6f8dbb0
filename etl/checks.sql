-- The checks before a version is published. Each statement must return no rows; the first row of a failed check is reported as an
-- example.

-- check: the key of movies is unique
select id from movies group by all having count(*) > 1;

-- check: the key of movie_genres is unique
select movie_id, genre_id from movie_genres group by all having count(*) > 1;

-- check: the key of movie_companies is unique
select movie_id, company_id from movie_companies group by all having count(*) > 1;

-- check: the key of movie_countries is unique
select movie_id, country from movie_countries group by all having count(*) > 1;

-- check: the key of movie_languages is unique
select movie_id, language from movie_languages group by all having count(*) > 1;

-- check: the key of movie_keywords is unique
select movie_id, keyword_id from movie_keywords group by all having count(*) > 1;

-- check: the key of cast_members is unique
select movie_id, person_id from cast_members group by all having count(*) > 1;

-- check: the key of crew_members is unique
select movie_id, person_id, job from crew_members group by all having count(*) > 1;

-- check: the key of people is unique
select person_id from people group by all having count(*) > 1;

-- check: the key of titles is unique
select movie_id, kind, language, title from titles group by all having count(*) > 1;

-- check: the key of movie_words is unique
select movie_id, language, in_title, word from movie_words group by all having count(*) > 1;

-- check: the key of recommendations is unique
select movie_id, rank from recommendations group by all having count(*) > 1;

-- check: the key of reason_names is unique
select kind, key from reason_names group by all having count(*) > 1;

-- check: the key of questions is unique
select movie_id, kind, language from questions group by all having count(*) > 1;

-- check: the key of rejects is unique
select kind, row_number from raw_rejects group by all having count(*) > 1;

-- check: the positions of movie_genres count from 0 without gaps
select movie_id from movie_genres
group by movie_id
having min(position) <> 0 or max(position) <> count(*) - 1 or count(distinct position) <> count(*);

-- check: the positions of movie_companies count from 0 without gaps
select movie_id from movie_companies
group by movie_id
having min(position) <> 0 or max(position) <> count(*) - 1 or count(distinct position) <> count(*);

-- check: the positions of movie_countries count from 0 without gaps
select movie_id from movie_countries
group by movie_id
having min(position) <> 0 or max(position) <> count(*) - 1 or count(distinct position) <> count(*);

-- check: the positions of movie_languages count from 0 without gaps
select movie_id from movie_languages
group by movie_id
having min(position) <> 0 or max(position) <> count(*) - 1 or count(distinct position) <> count(*);

-- check: the positions of movie_keywords count from 0 without gaps
select movie_id from movie_keywords
group by movie_id
having min(position) <> 0 or max(position) <> count(*) - 1 or count(distinct position) <> count(*);

-- check: the positions of cast_members count from 0 without gaps
select movie_id from cast_members
group by movie_id
having min(position) <> 0 or max(position) <> count(*) - 1 or count(distinct position) <> count(*);

-- check: a film is recommended at most once for a film
select movie_id, similar_id from recommendations group by all having count(*) > 1;

-- check: every row of movie_genres has its film
select movie_id from movie_genres anti join movies on movies.id = movie_id;

-- check: every row of movie_companies has its film
select movie_id from movie_companies anti join movies on movies.id = movie_id;

-- check: every row of movie_countries has its film
select movie_id from movie_countries anti join movies on movies.id = movie_id;

-- check: every row of movie_languages has its film
select movie_id from movie_languages anti join movies on movies.id = movie_id;

-- check: every row of movie_keywords has its film
select movie_id from movie_keywords anti join movies on movies.id = movie_id;

-- check: every row of cast_members has its film
select movie_id from cast_members anti join movies on movies.id = movie_id;

-- check: every row of crew_members has its film
select movie_id from crew_members anti join movies on movies.id = movie_id;

-- check: every row of titles has its film
select movie_id from titles anti join movies on movies.id = movie_id;

-- check: every row of movie_words has its film
select movie_id from movie_words anti join movies on movies.id = movie_id;

-- check: every row of questions has its film, and no adult film is asked about
select movie_id from questions anti join (from movies where not adult) films on films.id = movie_id;

-- check: every row of recommendations has its film
select movie_id from recommendations anti join movies on movies.id = movie_id;

-- check: every recommended film exists
select movie_id, similar_id from recommendations anti join movies on movies.id = similar_id;

-- check: every row of cast_members has its person
select movie_id, person_id from cast_members anti join people using (person_id);

-- check: every row of crew_members has its person
select movie_id, person_id from crew_members anti join people using (person_id);

-- check: every person is in a film
select person_id from people
anti join (select person_id from cast_members union all select person_id from crew_members) using (person_id);

-- check: every film has one title and one original
select movies.id from movies left join titles on movie_id = movies.id
group by movies.id having count_if(kind = 'title') <> 1 or count_if(kind = 'original') <> 1;

-- check: the numbers of movies are in range
select id, budget, revenue, "return", popularity, vote_average, vote_count, runtime from movies
where not (
  isfinite("return") and isfinite(popularity) and isfinite(vote_average)
  and id > 0 and budget >= 0 and revenue >= 0 and "return" >= 0 and popularity >= 0
  and vote_average between 0 and 10 and vote_count >= 0 and coalesce(runtime, 1) > 0
);

-- check: return is revenue by budget, or 0
select id, budget, revenue, "return" from movies
where "return" <> case when budget > 0 and revenue > 0 then revenue / budget else 0 end;

-- check: year, month and weekday are those of the date
select id, release_date, release_year, release_month, release_weekday from movies
where release_year is distinct from year(release_date)
  or release_month is distinct from month(release_date)
  or release_weekday is distinct from isodow(release_date)
  or release_month not between 1 and 12
  or release_weekday not between 1 and 7
  or release_date not between date '1800-01-01' and date '2199-12-31';

-- check: the scores and ranks of recommendations are in range
select movie_id, rank, similar_id, score from recommendations
where not (rank between 1 and 50 and isfinite(score) and score > 0 and score <= 1 and movie_id <> similar_id);

-- check: the languages and difficulties of questions are in range
select movie_id, kind, language, difficulty from questions
where language not in ('en', 'es') or difficulty not between 1 and 3 or (language = 'en' and not translated);

-- check: no filled column of movies is null
select * from movies
where id is null
  or title is null
  or original_title is null
  or budget is null
  or revenue is null
  or "return" is null
  or popularity is null
  or vote_average is null
  or vote_count is null
  or adult is null
  or brief is null
  or card is null
  or has_recommendations is null;

-- check: no filled column of movie_genres is null
select * from movie_genres
where movie_id is null or position is null or genre_id is null or genre is null;

-- check: no filled column of movie_companies is null
select * from movie_companies
where movie_id is null or position is null or company_id is null or company is null;

-- check: no filled column of movie_countries is null
select * from movie_countries
where movie_id is null or position is null or country is null or name is null;

-- check: no filled column of movie_languages is null
select * from movie_languages
where movie_id is null or position is null or language is null;

-- check: no filled column of movie_keywords is null
select * from movie_keywords
where movie_id is null or position is null or keyword_id is null or keyword is null;

-- check: no filled column of cast_members is null
select * from cast_members
where movie_id is null or position is null or person_id is null or name is null;

-- check: no filled column of crew_members is null
select * from crew_members
where movie_id is null or person_id is null or name is null or job is null;

-- check: no filled column of people is null
select * from people
where person_id is null
  or name is null
  or folded is null
  or cast_films is null
  or directed_films is null
  or votes is null;

-- check: no filled column of titles is null
select * from titles
where movie_id is null or kind is null or title is null or folded is null;

-- check: no filled column of movie_words is null
select * from movie_words
where movie_id is null or language is null or in_title is null or word is null;

-- check: no filled column of questions is null
select * from questions
where movie_id is null or kind is null or language is null or translated is null or known is null or difficulty is null or decade is null;

-- check: no filled column of recommendations is null
select * from recommendations
where movie_id is null or rank is null or similar_id is null or score is null or reasons is null;

-- check: no filled column of rejects is null
select * from rejects
where file is null or row_number is null or reason is null or raw is null;

-- check: no text of movies is blank
select * from movies where trim(title) = '' or trim(original_title) = '';

-- check: no text of people is blank
select * from people where trim(name) = '' or trim(folded) = '';

-- check: no text of titles is blank
select * from titles where trim(title) = '' or trim(folded) = '';

-- check: no text of cast_members is blank
select * from cast_members where trim(name) = '';

-- check: no text of crew_members is blank
select * from crew_members where trim(name) = '' or trim(job) = '';

-- check: the film counts and votes of people add up
with films as (
  select person_id, movie_id, true as acts from cast_members
  union all
  select distinct person_id, movie_id, false from crew_members where job = 'Director'
),
counts as (
  select person_id, count_if(acts) as cast_films, count_if(not acts) as directed_films
  from films
  group by person_id
),
votes as (
  select person_id, sum(vote_count) as votes
  from (select distinct person_id, movie_id from films) join movies on movies.id = movie_id
  group by person_id
)
select people.person_id, people.cast_films, people.directed_films, people.votes
from people left join counts using (person_id) left join votes using (person_id)
where people.cast_films <> coalesce(counts.cast_films, 0)
  or people.directed_films <> coalesce(counts.directed_films, 0)
  or people.votes <> coalesce(votes.votes, 0);

-- check: the raw rows of films are films, duplicates, second halves or rejects
with parts as (
  select
    (select sum(rows) from raw_files where kind = 'movies') as raw,
    (select count(*) from movies) as films,
    (select coalesce(sum(more), 0) from (select count(*) - 1 as more from raw_movies group by id)) as duplicates,
    (select count(*) from raw_second_halves) as stitched,
    (select count(*) from raw_rejects where kind = 'movies') as rejected
)
select * from parts where raw <> films + duplicates + stitched + rejected;

-- check: the raw rows of credits are loaded or rejected
with parts as (
  select
    (select coalesce(sum(rows), 0) from raw_files where kind = 'credits') as raw,
    (select count(*) from raw_credits) as loaded,
    (select count(*) from raw_rejects where kind = 'credits') as rejected
)
select * from parts where raw <> loaded + rejected;

-- check: the raw rows of keywords are loaded or rejected
with parts as (
  select
    (select coalesce(sum(rows), 0) from raw_files where kind = 'keywords') as raw,
    (select count(*) from raw_keywords) as loaded,
    (select count(*) from raw_rejects where kind = 'keywords') as rejected
)
select * from parts where raw <> loaded + rejected;

-- check: the raw rows of texts are loaded or rejected
with parts as (
  select
    (select coalesce(sum(rows), 0) from raw_files where kind = 'texts') as raw,
    (select count(*) from raw_synopses) as loaded,
    (select count(*) from raw_rejects where kind = 'texts') as rejected
)
select * from parts where raw <> loaded + rejected;

-- check: every film has the reasons of all its recommendations
with counted as (
  select movie_id, count(*) as films from recommendations group by movie_id
)
select id, films, movies.reasons
from movies left join counted on movie_id = id
where films is distinct from len(string_split(movies.reasons, ','))
  or has_recommendations <> (films is not null);

-- check: the lists have every film and recommendation
select sum(octet_length(ids)) as ids, sum(octet_length(picks)) as picks
from recommendation_lists
having coalesce(ids, 0) <> 4 * (select count(*) from movies) or coalesce(picks, 0) <> 200 * (select count(*) from movies);

-- check: the key of genres is unique
select genre_id from genres group by all having count(*) > 1;

-- check: the ordinals of genres count from 0 without gaps
select min(ordinal), max(ordinal), count(*) from genres
having min(ordinal) <> 0 or max(ordinal) <> count(*) - 1 or count(distinct ordinal) <> count(*);

-- check: every genre of a film is numbered
select genre_id from movie_genres anti join genres using (genre_id);

-- check: the key of directors is unique
select movie_id, person_id from directors group by all having count(*) > 1;

-- check: every director is in the crew, and every director of the crew is there
select movie_id, person_id, director
from directors full join (from crew_members where job = 'Director') crew using (movie_id, person_id)
where director is null or job is null;

-- check: the key of credits is unique
select person_id, movie_id, acted from credits group by all having count(*) > 1;

-- check: every credit is of the cast or a director
with expected as (
  select (select count(*) from cast_members) as cast_members, (select count(*) from directors) as directors
),
counted as (
  select count_if(acted) as acted, count_if(not acted) as directed from credits
)
from expected, counted
where cast_members <> acted or directors <> directed;

-- check: every month and weekday has its openings
with counted as (
  select count(month) as months, count(weekday) as weekdays, sum(films) filter (month is not null) as films from openings
)
from counted, (select count(release_date) as dated from movies)
where months <> 12 or weekdays <> 7 or films <> dated;

-- check: every film asked about is in question_films
select movie_id from questions anti join question_films on id = movie_id;

-- check: the key of question_counts is unique
select genre, language, kind, translated, difficulty, decade, original_language
from question_counts group by all having count(*) > 1;

-- check: the counts of all genres add up to the questions
select language, kind, questions, counted
from (select language, kind, count(*) as questions from questions group by all)
full join (select language, kind, sum(questions) as counted from question_counts where genre is null group by all)
  using (language, kind)
where questions is distinct from counted;

-- check: the key of question_films is unique
select id from question_films group by all having count(*) > 1;

-- check: the key of question_directors is unique
select movie_id, person_id from question_directors group by all having count(*) > 1;

-- check: every row of question_directors is of a director and a film of the questions
select movie_id, person_id
from question_directors anti join (directors semi join question_films on id = movie_id) using (movie_id, person_id);

-- check: the key of question_cast is unique
select movie_id, person_id from question_cast group by all having count(*) > 1;

-- check: every row of question_cast is of the cast and a film of the questions
select movie_id, person_id
from question_cast anti join (cast_members semi join question_films on id = movie_id) using (movie_id, person_id);

-- check: the key of question_languages is unique
select movie_id, language from question_languages group by all having count(*) > 1;

-- check: every row of question_languages has its film
select movie_id from question_languages anti join question_films on id = movie_id;

-- check: the key of question_keywords is unique
select keyword_id from question_keywords group by all having count(*) > 1;

-- check: every keyword of the questions is of a film
select keyword_id from question_keywords anti join movie_keywords using (keyword_id);

-- check: the key of namesakes is unique
select film_id, movie_id from namesakes group by all having count(*) > 1;

-- check: every film of the questions is its own namesake
select id from question_films anti join (from namesakes where film_id = movie_id) own on own.film_id = id;

-- check: every namesake is a film
select movie_id from namesakes anti join movies on id = movie_id;

-- check: the key of people_namesakes is unique
select person_id, other_id from people_namesakes group by all having count(*) > 1;

-- check: every person of the questions is their own namesake
select person_id
from (select person_id from question_directors union select person_id from question_cast)
anti join (from people_namesakes where person_id = other_id) own using (person_id);

-- check: every namesake is a person
select other_id from people_namesakes anti join people on people.person_id = other_id;
