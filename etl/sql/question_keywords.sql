-- The keywords that questions can quote: four films of the trivia or more share them.
create or replace table question_keywords as
select keyword_id, count(*)::integer as films
from movie_keywords semi join question_films on id = movie_id
group by keyword_id
having count(*) >= 4 and is_about_story(min(keyword))
order by keyword_id;
