-- The distinct names and titles. Most consist of ASCII letters, digits and single spaces: folding them is lower(), so SQL does it.
create or replace temporary table names as
select name as text from raw_cast
union select name from raw_crew
union select title from raw_movies
union select original_title from raw_movies
union select title from raw_aliases;

insert into folds
select text, lower(text)
from names
where regexp_full_match(text, '[A-Za-z0-9]+( [A-Za-z0-9]+)*');
