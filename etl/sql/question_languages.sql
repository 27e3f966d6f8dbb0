-- The languages spoken in the films of the trivia.
create or replace table question_languages as
select distinct movie_id, merge_language(language) as language
from movie_languages semi join question_films on question_films.id = movie_id
order by all;
