-- The rules that several tables share.

-- A name that readers of both languages can read and that fits on a button.
create or replace macro is_readable(name) as
  length(name) <= 80 and regexp_full_match(name, '[\p{Latin}\p{M} .,''’"-]+');

-- A keyword about the story, not about how the film was made.
create or replace macro is_about_story(keyword) as not regexp_matches(
  keyword,
  'director|stinger|independent|nudity|\bsex|erotic|based on|sequel|remake|spin off|prequel|trilogy|3d|imax|film|cinema|\bmovie|rape|incest'
);

-- Smaller amounts in US dollars are typing errors or counts of millions.
create or replace macro is_plausible_amount(dollars) as dollars >= 1000;

-- One code for each language that readers tell apart: TMDB has two for Chinese and several for Norwegian and Serbian.
create or replace macro merge_language(code) as
case
  when code = 'cn' then 'zh'
  when code in ('nb', 'nn') then 'no'
  when code in ('sh', 'hr', 'bs') then 'sr'
  when code = 'mo' then 'ro'
  else code
end;
