import { expect, it } from 'vitest';
import { openDiscord, startTestBot } from '../support/test-bot.ts';
import { isOpen, startTrivia, title } from '../support/trivia.ts';

it('of two processes with one token and two stores, the process whose start was not shown withdraws its game', async () => {
  const discord = await openDiscord();
  const [one, two] = [await startTestBot({ discord }), await startTestBot({ discord })];
  const guildId = discord.guilds[0]?.id ?? '';
  for (const { store } of [one, two]) await store.changeSettings(guildId, { pause: 0 });
  const ana = discord.person({ name: 'Ana', channel: 'trivia' });
  await ana.command('trivia jugar');
  const games = async () =>
    (await Promise.all([one, two].map(({ store }) => store.gamesUnderWay(guildId)))).flat();
  const logged = () => [...one.logged, ...two.logged].filter((line) => line.includes('a game was withdrawn'));
  await expect.poll(logged).toHaveLength(1);
  expect(logged()[0]).toContain('another process answered first');
  expect(await games()).toHaveLength(1);
  await ana.sees(isOpen(1));
  expect(ana.visible().filter(isOpen(1))).toHaveLength(1);
});

it('two processes that share a store show one start, and the game is played', async () => {
  const trivia = await startTrivia();
  const { logged } = await startTestBot({ discord: trivia.discord, store: trivia.store });
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  await ana.sees(isOpen(1));
  expect(
    ana
      .visible()
      .map(title)
      .filter((one) => one === '🎬 Trivia'),
  ).toHaveLength(1);
  expect([...trivia.logged, ...logged].filter((line) => line.includes('withdrawn'))).toEqual([]);
});

it('a start that Discord rejects leaves no game, and the log says why', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  let refused = 0;
  trivia.discord.disturb(({ path }) =>
    path.endsWith('/callback') && refused++ === 0 ? { status: 400, code: 50_035 } : undefined,
  );
  const reply = await ana.command('trivia jugar');
  expect(reply.message.embeds[0]?.description).toContain('Algo falló de mi lado.');
  expect(await trivia.store.gamesUnderWay(trivia.guild.id)).toEqual([]);
  const [line] = trivia.logged.filter((one) => one.includes('withdrawn'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({ guild: trivia.guild.id, error: { code: 50_035 } });
  expect(title((await ana.command('trivia jugar')).message)).toBe('🎬 Trivia');
});

it('a game begins even if the process ended right after its start was shown', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  const { store, guild } = trivia;
  await store.startGame(
    {
      id: 'kept',
      guild_id: guild.id,
      channel_id: guild.channels[1]?.id ?? '',
      place: guild.id,
      language: 'es',
      mode: 'classic',
      target: 1000,
      lives: 1,
      rounds: 5,
      theme: '{}',
      seconds: 20,
      pause: 0,
      started_by: ana.id,
      started_at: Date.now(),
      due_at: Date.now(),
      teams: null,
      host: 0,
    },
    'opening',
  );
  await ana.sees(isOpen(1));
});
