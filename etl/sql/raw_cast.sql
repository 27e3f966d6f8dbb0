-- The entries of the casts in billing order.
create or replace table raw_cast as
with lists as (
  select
    row_number,
    movie_id,
    from_json(entries, '{"person_id": ["integer"], "name": ["varchar"], "character": ["varchar"], "gender": ["integer"]}') as list
  from raw_cast_lists
),
entries as (
  select
    row_number,
    movie_id,
    generate_subscripts(list.name, 1) - 1 as position,
    unnest(list.person_id) as person_id,
    unnest(list.name) as name,
    unnest(list.character) as character,
    unnest(list.gender) as gender
  from lists
)
from entries
where name is not null;

drop table raw_cast_lists;
