-- 5,000 games of 10 rounds with 4 picks each, as long as real rows: Discord's ids, and questions of about 900 characters.
insert into games (id, guild_id, channel_id, place, language, mode, target, rounds, theme, seconds, pause, started_by, started_at,
  phase, round, due_at, holder, held_until, end_reason, ended_at)
select md5('game' || game), (1000000000000000000 + game::bigint * 4194304)::text, (1000000000000000001 + game::bigint * 4194304)::text, null,
  'es', 'classic', 1000, 10, '{"genre":null,"decade":null,"language":null,"kind":null}', 20, 5, (1200000000000000000 + game)::text,
  1790000000000 + game, 'over', 10, 1790000000000 + game, gen_random_uuid()::text, 0, 'played', 1790000300000 + game
from generate_series(1, 5000) as game;

insert into rounds (game_id, number, guild_id, token, previous, question, kind, film_id, difficulty, genre, decade, message_id, asked_at,
  opened_at, allowed, hint_at, skipped_at, closed_at)
select games.id, number, guild_id, substr(md5(games.id || number), 1, 12), number - 1,
  '{"question":"' || (select string_agg(md5(games.id || number || part), ' ') from generate_series(1, 27) as part) || '"}',
  'director', number * 100, 2, 'Drama', 1990, (1300000000000000000 + number)::text, started_at, started_at, 20000, null, null, started_at
from games, generate_series(1, 10) as number;

insert into picks (game_id, round, user_id, guild_id, choice, correct, points, streak, at, ms)
select game_id, number, (1200000000000000000 + player)::text, guild_id, 1, 1, 200, 1, asked_at + player, 3000
from rounds, generate_series(1, 4) as player;
