-- The different names and titles, and the folded key of those made of nothing but plain letters, digits and single
-- spaces: folding changes only their case, and they are most of them.
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
