import { expect, it } from 'vitest';
import { newGame } from '../support/games.ts';
import { startTestBot } from '../support/test-bot.ts';

it('a sixth game in a server is refused in both languages', async () => {
  const { discord, store } = await startTestBot();
  const guild_id = discord.guilds[0]?.id ?? '';
  await store.changeSettings(guild_id, { games_per: 'channel' });
  for (let number = 0; number < 5; number++)
    await store.startGame(newGame(`game-${number}`, { guild_id, due_at: Date.now() + 100_000 }));
  const ana = discord.person({ name: 'Ana', locale: 'es-419', channel: 'trivia' });
  const refused = await ana.command('trivia jugar');
  expect(refused.ephemeral).toBe(true);
  expect(refused.message.content).toBe(
    'En este servidor ya hay 5 partidas en marcha y no puedo con más. Cuando termine una, armamos otra.',
  );
  const bob = discord.person({ name: 'Bob', locale: 'en-US', channel: 'trivia' });
  expect((await bob.command('trivia jugar')).message.content).toBe(
    'This server has 5 games under way already, and I cannot run more. We can start another when one ends.',
  );
  await store.endGame({ gameId: 'game-0', reason: 'stopped', now: Date.now() });
  expect((await bob.command('trivia jugar')).ephemeral).toBe(false);
});
