-- The pool of the trivia: the kinds of question that can be asked about each film, by language. A film needs 100 votes and titles
-- that fit on a button. The bot writes a question, and proves its answer, when it asks it. `known` are those asked first. The language,
-- the Spanish title and the odd one out are not among them, because they are dull or give themselves away, nor what films of a
-- collection are about, which names the collection, nor films without a Spanish title in Spanish.
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
    fame_of_film(vote_count, release_year, vote_average, original_language) as fame,
    film_tier(fame) as tier,
    list_contains(genres, 'Animation') as is_animated,
    original_language = 'en' and is_animated as is_cartoon
  from movies join names on movie_id = id
  where vote_count >= 100 and not adult and release_date is not null
    -- Miniseries are no films.
    and coalesce(runtime, 0) <= 300 and id not in (select movie_id from movie_keywords where keyword = 'miniseries')
    and length(title) between 1 and 80 and length(coalesce(title_es, title)) between 1 and 80
),
-- The title of a film in each language.
labels as (
  select id, 'en' as language, title as label from films
  union all
  select id, 'es', coalesce(title_es, title) from films
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
  select directors.movie_id, latin.person_id, list_has_any(latin.words, films.words) as in_title, person_tier(director_fames.fame) as tier,
    director_fames.fame >= 15500 as is_star
  from directors
  join films on films.id = directors.movie_id
  left join latin_people latin using (person_id)
  left join director_fames using (person_id)
),
-- Films with one or two directors, readable, not named in a title, and not among the leads.
directed as (
  select
    movie_id,
    -- Few people know who directed an American cartoon.
    least(3, min(film_directors.tier) + 2 * any_value(is_cartoon)::integer) as director,
    bool_or(is_star) as by_star
  from film_directors join films on films.id = movie_id
  where movie_id not in (select movie_id from directors join cast_members using (movie_id, person_id) where position < 3)
  group by movie_id
  having count(*) <= 2 and count(person_id) = count(*) and not bool_or(in_title)
),
-- Films with a complete enough cast: of the others, nobody can say who is not in them. The leads are the first three of the cast
-- who are neither directors of the film nor named in its title nor faces of its collection; lead is the first of the cast, if one of
-- them.
casts as (
  select
    members.movie_id,
    min(person_tier(fame)) filter (is_lead and members.position = 0) as lead,
    coalesce(list_sort(list(person_tier(fame)) filter (is_lead)), []) as leads,
    count_if(members.position < 5 and readable) as ladder
  from (
    select
      cast_members.*,
      latin.person_id is not null and not list_has_any(latin.words, films.words) as readable,
      readable and cast_members.position < 3
      and (cast_members.movie_id, cast_members.person_id) not in (select (movie_id, person_id) from directors)
      and saga_faces.person_id is null as is_lead
    from cast_members
    join films on films.id = cast_members.movie_id
    left join latin_people latin using (person_id)
    left join saga_faces using (collection_id, person_id)
  ) members left join actor_fames using (person_id)
  group by members.movie_id
  having count(*) >= 5
),
-- The films with leading roles to ask for, and the names of four roles for the options. best leaves out the faces of collections.
characters as (
  select
    movie_id,
    language,
    min(person_tier(actor_fames.fame)) filter (position = 0) as lead,
    min(person_tier(actor_fames.fame)) filter (saga_faces.person_id is null) as best
  from cast_members
  join roles using (movie_id, person_id)
  join films on films.id = movie_id
  semi join latin_people using (person_id)
  left join actor_fames using (person_id)
  left join saga_faces using (collection_id, person_id)
  cross join (values ('en'), ('es')) languages(language)
  where (language = 'en' or role_es is not null)
    and movie_id in (select movie_id from cast_members where position < 8 and character is not null group by all having count(*) >= 4)
  group by all
),
-- Films of a collection, with their labels reduced to words.
saga_films as (
  select
    id as movie_id,
    tier < 3 as known,
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
    one.known and two.known as known,
    not list_has_any(
      list_filter(string_split(one.spoken, ' '), lambda word: is_significant(word)),
      list_filter(string_split(two.spoken, ' '), lambda word: is_significant(word))
    ) as unlike,
    not one.numbered and not two.numbered and one.release_year <> two.release_year
      and not starts_with(one.spoken, two.spoken || ' ') and not starts_with(two.spoken, one.spoken || ' ') as unordered
  from saga_films one
  join saga_films two on two.collection_id = one.collection_id and two.language = one.language
  where one.movie_id <> two.movie_id
),
-- Films with two others of their collection whose titles reveal neither the collection (unlike) nor the order (unordered).
trios as (
  select
    a.movie_id,
    a.language,
    bool_or(a.unlike and b.unlike and c.unlike) as unlike,
    bool_or(a.unordered and b.unordered and c.unordered) as unordered,
    bool_or(a.known and b.known and c.known and a.unlike and b.unlike and c.unlike) as known_unlike,
    bool_or(a.known and b.known and c.known and a.unordered and b.unordered and c.unordered) as known_unordered
  from saga_pairs a
  join saga_pairs b on b.movie_id = a.movie_id and b.language = a.language and b.other_id > a.other_id
  join saga_pairs c on c.movie_id = a.other_id and c.language = a.language and c.other_id = b.other_id
  group by a.movie_id, a.language
),
-- The two best known films of each saga: a saga with twenty films is not asked for more often.
best_of_sagas as (
  select trios.*, tier
  from trios join films on id = movie_id
  qualify row_number() over (partition by collection_id, language order by fame desc, id) <= 2
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
-- A film released before this date has enough films ten years later, for the other options.
late as (
  select quantile_disc(release_date, 0.97) - interval 10 year as date from films
),
-- The level is the difficulty; 4 if the film or the person asked for is not well known.
askable as (
  select unnest(['director', 'directed_film']) as kind, movie_id, language, true as translated,
    case
      when films.tier = 3 or director = 3 or films.tier + director = 4 then 4
      when films.tier + director = 0 and by_star then 1
      when films.tier + 2 * director <= 2 then 2
      else 3
    end as level
  from directed join labels on id = movie_id join films using (id)
  union all
  select 'cast', movie_id, language, true,
    case when tier = 3 or leads[1] = 3 then 4 when tier <= 1 and lead = 0 then 1 when tier + leads[1] <= 2 then 2 else 3 end
  from casts join labels on id = movie_id join films using (id)
  where length(leads) >= 1 and is_acted(language, is_animated)
  union all
  select 'cast_ladder', movie_id, language, true, if(leads[1] <= 1, tier + 1, 4)
  from casts join labels on id = movie_id join films using (id)
  where ladder = 5 and is_acted(language, is_animated)
  union all
  select 'co_stars', movie_id, language, true,
    case when tier = 3 or leads[2] = 3 then 4 when tier <= 1 and leads[2] = 0 then 1 when tier + leads[2] <= 2 then 2 else 3 end
  from casts join labels on id = movie_id join films using (id)
  where length(leads) >= 2 and is_acted(language, is_animated)
  union all
  -- Small gaps to the other options are asked of the best known films only. Ids are as good as chance.
  select 'year', id, language, true,
    case when tier = 0 then if(id % 2 = 0, 1, 3) when tier = 1 and release_year >= 1960 then 2 else 4 end
  from labels join films using (id) semi join directed on movie_id = id
  where not regexp_matches(label, '\d{4}')
  union all
  select 'came_first', id, language, true, case tier when 0 then if(id % 2 = 0, 1, 3) when 1 then 2 else 4 end
  from films join labels using (id) cross join late
  where release_date <= late.date and id not in (from namesakes) and not regexp_matches(label, '\d{4}')
  union all
  select 'earned_more', id, language, true,
    case
      when release_year < 1975 then 4
      when tier = 0 then if(id % 2 = 0 and revenue >= 200000000, 1, 3)
      when tier = 1 then 2
      else 4
    end
  from films join labels using (id)
  where id not in (from namesakes) and reliable and revenue >= 100000000
  union all
  -- Overviews are easy to recognise, even for less known films.
  select 'overview', id, 'en', true, greatest(1, tier) from films where length(overview) between 100 and 1000
  union all
  select 'overview', id, 'es', overview_es is not null, greatest(1, tier)
  from films
  where overview_es is not null or length(overview) between 100 and 1000
  union all
  select 'odd_one_out', movie_id, language, true, if(known_unlike, tier + 1, 4)
  from best_of_sagas
  where unlike
  union all
  select 'collection_order', movie_id, language, true, if(known_unordered, tier + 1, 4)
  from best_of_sagas
  where unordered
  union all
  select 'original_language', id, language, true, if(tier = 3, 4, greatest(1, tier))
  from films join labels using (id)
  where original_language not in ('en', 'xx') and release_year >= 1930 and lower(strip_accents(label)) <> lower(strip_accents(original_title))
    -- If nobody speaks it in the film, the source may be wrong.
    and exists (from movie_languages where movie_id = id and movie_languages.language = original_language)
  union all
  select 'tagline', id, language, language = 'en', tier + 1
  from films join labels using (id)
  where length(tagline) between 15 and 200 and not regexp_matches(tagline, '(?i)true story')
    and not list_has_any(
      list_filter(words, lambda word: is_significant(word)),
      string_split(lower(strip_accents(regexp_replace(tagline, '[^\p{L}\p{N}]+', ' ', 'g'))), ' ')
    )
  union all
  select 'keywords', movie_id, language, language = 'en' or keywords_es >= 4, greatest(1, tier)
  from themes join labels on id = movie_id join films using (id)
  where keywords >= 4
  union all
  select 'spanish_title', id, language, true, if(tier = 3, 4, greatest(1, tier))
  from films join labels using (id)
  where title_es not in (title, original_title) and original_language <> 'es' and not regexp_matches(title_es, '\d|\b[IVX]+\b')
    -- A title of as many words is often a literal translation.
    and count_words(title) <> count_words(title_es)
    -- No word similar to one of the original: "Psicosis" gives away "Psycho".
    and coalesce(list_max(flatten(list_transform(
      list_filter(string_split(lower(strip_accents(regexp_replace(title_es, '[^\p{L}\p{N}]+', ' ', 'g'))), ' '), lambda one: length(one) > 2),
      lambda one: list_transform(
        string_split(lower(strip_accents(regexp_replace(concat_ws(' ', title, original_title), '[^\p{L}\p{N}]+', ' ', 'g'))), ' '),
        lambda other: jaro_winkler_similarity(one, other))
    ))), 0) < 0.8
  union all
  select 'character', movie_id, language, true,
    case
      when tier = 0 and lead = 0 then 1
      when tier >= 2 or best is null or best = 3 then 4
      when tier + best <= 1 then 2
      else 3
    end
  from characters join films on id = movie_id
  where is_acted(language, is_animated)
)
select
  movie_id,
  kind,
  language,
  translated,
  level <= 3
  and kind not in ('original_language', 'odd_one_out', 'spanish_title')
  and (kind not in ('overview', 'keywords') or (level = 1 and collection_id is null))
  and (language = 'en' or title_es is not null) as known,
  least(level, 3)::integer as difficulty,
  release_year // 10 * 10 as decade,
  original_language
from askable
join films on films.id = movie_id
order by language, kind, difficulty, movie_id;
