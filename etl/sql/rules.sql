-- How often the rules that work on whole tables were applied.
with merged as (
  select
    (select count(*) - count(distinct id) from raw_movies) as duplicates,
    (select count(*) from raw_second_halves) as stitched,
    (select count(*) from raw_rejects) as rejected,
    (select count(*) - count(distinct movie_id) from raw_credits semi join movies on id = movie_id) as credits_merged,
    (select count(*) - count(distinct movie_id) from raw_keywords semi join movies on id = movie_id)
      as keywords_merged,
    (select count(*) from raw_credits anti join movies on id = movie_id) as credits_without_film,
    (select count(*) from raw_keywords anti join movies on id = movie_id) as keywords_without_film,
    (select count(*) from raw_synopses anti join movies on id = movie_id) as texts_without_film
)
select columns(*)::integer from merged;
