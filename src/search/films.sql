-- Every name of every film, most voted films first. Flag 1: adult.
select
  movie_id as id, titles.title as name, folded, vote_count as votes,
  coalesce(release_year, 0) as year, adult::int as flags
from read_parquet(getvariable('version') || '/titles.parquet') titles
join read_parquet(getvariable('version') || '/movies.parquet') movies on movies.id = movie_id
order by vote_count desc, movie_id, kind, titles.language, titles.title;
