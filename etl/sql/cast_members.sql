-- One row per person and film, with the position and name of the first role and all characters.
create or replace table cast_members as
with roles as (
  select
    raw.movie_id,
    coalesce(raw.person_id, names_without_id.person_id, generated_ids.person_id) as person_id,
    raw.name,
    raw.character,
    raw.row_number * 1000000::bigint + raw.position as place
  from raw_cast raw
  semi join movies on movies.id = raw.movie_id
  left join names_without_id on names_without_id.name = if(raw.person_id is null, raw.name, null)
  left join generated_ids using (folded)
),
members as (
  select
    movie_id,
    person_id,
    min(place) as place,
    arg_min(name, place) as name,
    min(character) as character,
    count(character) as characters
  from roles
  group by movie_id, person_id
),
-- Separately for the few with several characters: ordered aggregates are slow.
several as (
  select movie_id, person_id, character, min(roles.place) as place
  from roles semi join (from members where characters > 1) using (movie_id, person_id)
  where character is not null
  group by all
),
joined as (
  select movie_id, person_id, string_agg(character, ' / ' order by place) as character
  from several
  group by all
)
select
  movie_id,
  cast(row_number() over (partition by movie_id order by place) - 1 as integer) as position,
  person_id,
  name,
  coalesce(joined.character, members.character) as character
from members left join joined using (movie_id, person_id)
order by movie_id, position;

-- Frees memory: no later step reads this table.
drop table raw_cast;
