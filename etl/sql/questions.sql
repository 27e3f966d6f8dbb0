-- The pool of the trivia: the kinds of question that can be asked about each film, by language. A film needs 100 votes and titles
-- that fit on a button. The bot writes a question, and proves its answer, when it asks it.
create or replace table questions as
with names as (
  select movie_id, list(distinct folded) as names
  from titles
  group by movie_id
),
films as (
  select
    movies.*,
    names,
    list_distinct(flatten(list_transform(names, lambda name: string_split(name, ' ')))) as words,
    percent_rank() over (order by vote_count) as fame
  from movies join names on movie_id = id
  where vote_count >= 100 and not adult and release_date is not null
    and length(title) between 1 and 80 and length(coalesce(title_es, title)) between 1 and 80
),
-- The title of a film in each language.
labels as (
  select id, 'en' as language, title as label, title_es is not null as has_own from films
  union all
  select id, 'es', coalesce(title_es, title), title_es is not null from films
),
-- Films that share a name with a known film: only the year would distinguish them.
namesakes as (
  select distinct own.movie_id
  from titles own join titles other using (folded)
  join movies on movies.id = other.movie_id
  where own.movie_id <> other.movie_id and vote_count >= 50
),
latin_people as (
  select person_id, name, list_filter(string_split(folded, ' '), lambda word: length(word) > 3) as words
  from people
  where is_readable(name)
),
film_directors as (
  select directors.movie_id, latin.person_id, list_has_any(latin.words, films.words) as in_title
  from directors
  join films on films.id = directors.movie_id
  left join latin_people latin using (person_id)
),
-- Films with one or two directors, readable and not named in a title.
directed as (
  select movie_id
  from film_directors
  group by movie_id
  having count(*) <= 2 and count(person_id) = count(*) and not bool_or(in_title)
),
-- Films with a complete enough cast. Of the others, nobody can say who is not in them.
casts as (
  select
    cast_members.movie_id,
    count_if(cast_members.position < 3 and latin.person_id is not null and not list_has_any(latin.words, films.words)) as leads,
    count_if(cast_members.position < 5 and latin.person_id is not null and not list_has_any(latin.words, films.words)) as ladder
  from cast_members
  join films on films.id = cast_members.movie_id
  left join latin_people latin using (person_id)
  group by cast_members.movie_id
  having count(*) >= 5
),
-- The named characters among the first eight of the cast: not "Himself", "Narrator" or "Cop #2".
characters as (
  select movie_id, count(*) as named
  from cast_members join latin_people using (person_id)
  where not list_has_any(string_split(lower(strip_accents(character)), ' '), latin_people.words) and position < 8 and character not like 'The %'
    and regexp_full_match(regexp_replace(character, ' \((?i:voice)\)$', ''), '(\p{Lu}[\p{L}''’.-]+)( (of|the|de|von|van|\p{Lu}[\p{L}''’.-]*)){1,4}')
  group by movie_id
),
-- Films of a collection, with their labels reduced to words.
saga_films as (
  select
    id as movie_id,
    collection_id,
    language,
    lower(strip_accents(trim(regexp_replace(label, '[^\p{L}\p{N}]+', ' ', 'g')))) as spoken,
    release_year,
    regexp_matches(label, '\d|\b[IVX]+\b|\b(?i:part|parte|one|two|three|four|second|third|dos|tres|cuatro|segunda|tercera|segundo|tercer|chapter|capítulo|episode|episodio|volume|volumen|first|last|final|begins|beginning|returns)\b')
      as numbered
  from films join labels using (id)
  where collection_id is not null and id not in (from namesakes)
),
saga_pairs as (
  select
    one.movie_id,
    two.movie_id as other_id,
    one.language,
    not list_has_any(
      list_filter(string_split(one.spoken, ' '), lambda word: length(word) > 3),
      list_filter(string_split(two.spoken, ' '), lambda word: length(word) > 3)
    ) as unlike,
    not one.numbered and not two.numbered and one.release_year <> two.release_year
      and not starts_with(one.spoken, two.spoken || ' ') and not starts_with(two.spoken, one.spoken || ' ') as unordered
  from saga_films one
  join saga_films two on two.collection_id = one.collection_id and two.language = one.language
  where one.movie_id <> two.movie_id
),
-- Films with two others of their collection whose titles reveal neither the collection (unlike) nor the order (unordered).
trios as (
  select a.movie_id, a.language, bool_or(a.unlike and b.unlike and c.unlike) as unlike,
    bool_or(a.unordered and b.unordered and c.unordered) as unordered
  from saga_pairs a
  join saga_pairs b on b.movie_id = a.movie_id and b.language = a.language and b.other_id > a.other_id
  join saga_pairs c on c.movie_id = a.other_id and c.language = a.language and c.other_id = b.other_id
  group by a.movie_id, a.language
),
-- The keywords about the story that four films or more share.
story_keywords as (
  select keyword_id
  from movie_keywords semi join films on films.id = movie_id
  group by keyword_id
  having count(*) >= 4 and is_about_story(min(keyword))
),
themes as (
  select movie_id, count(*) as keywords, count(distinct keyword_es) as keywords_es
  from movie_keywords semi join story_keywords using (keyword_id)
  join films on films.id = movie_id
  where not list_has_any(string_split(lower(strip_accents(concat_ws(' ', keyword, keyword_es))), ' '), words)
  group by movie_id
),
-- A film released before this date has enough films a year or more later, for the other options.
late as (
  select quantile_disc(release_date, 0.97) - interval 1 year as date from films
),
poor as (
  select quantile_disc(revenue, 0.03) * 1.5 as revenue from films where reliable
),
askable as (
  select 'director' as kind, movie_id, language, true as translated from directed join labels on id = movie_id
  union all
  select 'directed_film', movie_id, language, true from directed join labels on id = movie_id
  union all
  select 'cast', movie_id, language, true from casts join labels on id = movie_id where leads >= 1
  union all
  select 'cast_ladder', movie_id, language, true from casts join labels on id = movie_id where ladder = 5
  union all
  select 'co_stars', movie_id, language, true from casts join labels on id = movie_id where leads >= 2
  union all
  select 'year', id, language, true
  from labels semi join directed on movie_id = id
  where not regexp_matches(label, '\d{4}')
  union all
  select 'came_first', id, language, true
  from films join labels using (id) cross join late
  where release_date <= late.date and id not in (from namesakes) and not regexp_matches(label, '\d{4}')
  union all
  select 'earned_more', id, language, true
  from films join labels using (id) cross join poor
  where id not in (from namesakes) and reliable and films.revenue >= poor.revenue
  union all
  select 'overview', id, 'en', true from films where length(overview) between 100 and 1000
  union all
  select 'overview', id, 'es', overview_es is not null
  from films
  where overview_es is not null or length(overview) between 100 and 1000
  union all
  select 'odd_one_out', movie_id, language, true from trios where unlike
  union all
  select 'collection_order', movie_id, language, true from trios where unordered
  union all
  select 'original_language', id, language, true
  from films join labels using (id)
  where original_language not in ('en', 'xx') and lower(strip_accents(label)) <> lower(strip_accents(original_title))
    -- If nobody speaks it in the film, the source may be wrong.
    and exists (from movie_languages where movie_id = id and movie_languages.language = original_language)
  union all
  select 'tagline', id, language, language = 'en'
  from films join labels using (id)
  where length(tagline) between 15 and 200 and not regexp_matches(tagline, '(?i)true story')
    and not list_has_any(
      list_filter(words, lambda word: length(word) > 2 and word not in ('the', 'and', 'you', 'for', 'her', 'his', 'los', 'las', 'del', 'que')),
      string_split(lower(strip_accents(regexp_replace(tagline, '[^\p{L}\p{N}]+', ' ', 'g'))), ' ')
    )
  union all
  select 'keywords', movie_id, language, language = 'en' or keywords_es >= 3
  from themes join labels on id = movie_id
  where keywords >= 3
  union all
  select 'spanish_title', id, language, true
  from films join labels using (id)
  where title_es not in (title, original_title) and original_language <> 'es'
    -- No word similar to one of the original: "Psicosis" gives away "Psycho".
    and coalesce(list_max(flatten(list_transform(
      list_filter(string_split(lower(strip_accents(regexp_replace(title_es, '[^\p{L}\p{N}]+', ' ', 'g'))), ' '), lambda one: length(one) > 2),
      lambda one: list_transform(
        string_split(lower(strip_accents(regexp_replace(concat_ws(' ', title, original_title), '[^\p{L}\p{N}]+', ' ', 'g'))), ' '),
        lambda other: jaro_winkler_similarity(one, other))
    ))), 0) < 0.8
  union all
  select 'character', movie_id, language, true
  from characters join labels on id = movie_id
  where named >= 4
),
-- How much easier (or, below 0, harder) a kind is, as a shift of the film's percentile of votes.
bonuses(kind, bonus) as (
  values ('year', -0.06), ('came_first', -0.04), ('earned_more', -0.04), ('collection_order', -0.04), ('character', -0.04),
    ('odd_one_out', 0.1), ('original_language', 0.1), ('overview', 0.1), ('cast_ladder', 0.05), ('spanish_title', 0.05)
)
select
  movie_id,
  kind,
  language,
  translated,
  cast(case when fame + coalesce(bonus, 0) >= 0.85 then 1 when fame + coalesce(bonus, 0) >= 0.5 then 2 else 3 end as integer) as difficulty,
  release_year // 10 * 10 as decade,
  original_language
from askable
join films on films.id = movie_id
left join bonuses using (kind)
order by language, kind, difficulty, movie_id;
