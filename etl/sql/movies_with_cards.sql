-- Adds to each film the texts that the bot reads with it.
create or replace table movies as
select movies.*, brief, card, reasons, reasons is not null as has_recommendations
from movies
left join cards on cards.movie_id = id
left join recommendation_reasons on recommendation_reasons.movie_id = id
order by id;

drop table cards;
drop table recommendation_reasons;
