-- A year of trivia in the tables of version 0.1.0, the same in SQLite and PostgreSQL: ten questions in each game, ten picks for
-- each question, and 2000 servers, of which the first has 8 % of the games. In each server one person answers every question;
-- large servers have many people. The table `plan` has one row: the number of games and the end of the year. Knuth's
-- multiplicative hash replaces random numbers.
create table kind_names (nr integer, kind text);
insert into kind_names values
  (0, 'director'), (1, 'directed_film'), (2, 'cast'), (3, 'co_stars'), (4, 'year'), (5, 'came_first'), (6, 'earned_more'),
  (7, 'cast_ladder'), (8, 'overview'), (9, 'odd_one_out'), (10, 'collection_order'), (11, 'original_language'),
  (12, 'tagline'), (13, 'keywords'), (14, 'spanish_title'), (15, 'character');

create table drawn as
with recursive counted(i) as (select cast(0 as bigint) union all select i + 1 from counted where i + 1 < (select games from plan)),
mixed as (select i, i * 2654435761 % 4294967296 / 1048576 as m from counted)
select i, m * m * m * 2000 / 68719476736 as server, ends_at - (games - i) * (31536000000 / games) as at
from mixed cross join plan;

insert into games
select
  'game-' || i, cast(800000000000000000 + server as text), cast(700000000000000000 + server as text), null, 'es', 'classic',
  1000, 10, '{}', 20, 5, cast(900000000000000000 + server * 47 as text), at, 'over', 10, at, null, 0, 'played', at + 300000
from drawn;

insert into rounds
select
  'game-' || i, n, cast(800000000000000000 + server as text), i || '-' || n, n - 1,
  '{"answer":1,"options":[{"label":"A"},{"label":"B"},{"label":"C"},{"label":"D"}]}', kind,
  cast((i * 40503 + n * 977) % 45000 as integer), 2, 'genre-' || ((i / 3 + n) % 19), cast(1920 + (i + n) % 10 * 10 as integer), 'm',
  at + n * 25000, at + n * 25000, 20000, null, null, at + n * 25000 + 20750
from drawn cross join (select cast(i + 1 as integer) as n from drawn where i < 10) as numbers join kind_names on nr = (i + n) % 16;

insert into picks
select
  'game-' || i, number, cast(900000000000000000 + server * 47 + person as text), cast(800000000000000000 + server as text),
  1, cast(rightness as integer), cast(rightness * (100 + (i + person) % 200) as integer), 1, at + number * 25000 + 1000 + n * 700, cast(1000 + n * 700 as integer)
from (
  select
    i, server, at, number, n,
    case when n = 0 then 0 else 1 + (i * 2654435761 % 1048576 / 64 + number * 3 + n) % (19 + 20000 / (server + 1)) end as person,
    case when (i + number * 5 + n * 3) % 3 = 0 then 0 else 1 end as rightness
  from drawn
  cross join (select cast(i + 1 as integer) as number from drawn where i < 10) as rounds_of_game
  cross join (select cast(i as integer) as n from drawn where i < 10) as people_of_round
) as picked;

insert into asked
select guild_id, kind, film_id, count(*) from rounds group by guild_id, kind, film_id;

insert into shown_people
select cast(900000000000000000 + i * 20 as text), 'Name ' || i from drawn where i < 5000;

drop table drawn;
drop table kind_names;
drop table plan;
