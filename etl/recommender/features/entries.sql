-- The weights of all films, film by film.
select movie_id, feature, weight::float as weight from features order by movie_id, feature;
