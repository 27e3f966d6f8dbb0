-- Every name and title that needs a folded key.
select name as text from raw_cast
union select name from raw_crew
union select title from raw_movies
union select original_title from raw_movies
union select title from raw_aliases
order by text;
