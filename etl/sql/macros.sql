-- The rules that several tables share.

-- A name that readers of both languages can read and that fits on a button.
create or replace macro is_readable(name) as
  length(name) <= 80 and regexp_full_match(name, '[\p{Latin}\p{M} .,''’"-]+');

-- A keyword about the story, not about how the film was made.
create or replace macro is_about_story(keyword) as not regexp_matches(
  keyword,
  'director|stinger|independent|nudity|\bsex|erotic|based on|sequel|remake|spin off|prequel|trilogy|3d|imax|film|cinema|\bmovie|rape|incest|'
  'miniseries|musical|comedy|romance|parody|anime|cartoon|animation|spoof|protagonist'
);

-- Smaller amounts in US dollars are typing errors or counts of millions.
create or replace macro is_plausible_amount(dollars) as dollars >= 1000;

-- A return of more than a thousand times a cost under 10,000 dollars comes from a cost counted in thousands: The Tiger (2015).
create or replace macro is_plausible_return(budget, revenue) as
  is_plausible_amount(budget) and is_plausible_amount(revenue) and (budget >= 10000 or revenue <= 1000 * budget);

-- One code for each language that readers tell apart: TMDB has two for Chinese and several for Norwegian and Serbian.
create or replace macro merge_language(code) as
case
  when code = 'cn' then 'zh'
  when code in ('nb', 'nn') then 'no'
  when code in ('sh', 'hr', 'bs') then 'sr'
  when code = 'mo' then 'ro'
  else code
end;

-- A folded word that two titles do not share by chance, as in src/trivia/questions/choose-options.ts.
create or replace macro is_significant(word) as length(word) > 2
  and word not in ('the', 'and', 'for', 'you', 'her', 'his', 'los', 'las', 'del', 'que', 'una', 'con', 'por', 'sin', 'sus');

-- The words of a title without articles.
create or replace macro count_words(title) as
  length(list_filter(string_split(lower(title), ' '), lambda word: word not in ('the', 'a', 'an', 'el', 'la', 'los', 'las', 'un', 'una')));

-- How well a film is known: its votes; more if it is from before 2008, when TMDB began, for a film that people still rate decades
-- later is better known than a new one with as many votes; and more if people rated it highly, for they
-- forget the others. TMDB's voters are mostly English speaking, so a film in Spanish counts twice.
create or replace macro fame_of_film(votes, release_year, average, language) as
  least(1e9, round(votes * if(language = 'es', 2, 1) * (1 + greatest(0, 2008 - release_year) / 20) * (average / 7) ** 1.5))::integer;

-- From 0 (the best known twentieth of the films with 100 votes) to 2 (the best known quarter); the rest is 3.
create or replace macro film_tier(fame) as
  case when fame >= 3700 then 0 when fame >= 1850 then 1 when fame >= 870 then 2 else 3 end;

-- From 0 to 2: of the full data the 65 best known directors and 144 actors, then the best 126 and 257, then the best 183 and 367; the
-- rest is 3.
create or replace macro person_tier(fame) as
  case when fame >= 10000 then 0 when fame >= 5000 then 1 when fame >= 3500 then 2 else 3 end;

-- Spanish-speaking audiences saw animated films dubbed: the voices are no question.
create or replace macro is_acted(language, is_animated) as language = 'en' or not is_animated;
