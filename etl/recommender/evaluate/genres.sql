-- The genres of each film.
select movie_id, genre_id from movie_genres order by movie_id, position;
