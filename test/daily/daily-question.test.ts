import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { createDailyPosts } from '../../src/daily/daily-posts.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from '../support/ask-command.ts';
import { afterTest } from '../support/endings.ts';
import { onBothEngines } from '../support/engines.ts';
import { newGame } from '../support/games.ts';
import { openTestStore } from '../support/open-store.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';
import { startTestBot } from '../support/test-bot.ts';
import { description, labelsOf, startTrivia, title } from '../support/trivia.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Six in the evening of Christmas in Mexico City. */
const SIX = Date.UTC(2026, 11, 26, 0);
const zone = 'America/Mexico_City';
const place = { guild_id: '900', channel_id: '901' };
const daily = { ...place, kind: 'pregunta', hour: 18, zone, hours: 3, language: 'es', due_at: SIX } as const;

/** A process that sends daily posts. */
async function openProcess(store: Store, clock: () => number) {
  const silent = async () => {
    throw new Error('nothing is posted here');
  };
  const posts = createDailyPosts({
    store,
    catalogue: await sampleCatalogue(),
    messenger: { post: silent, edit: silent, editAnswer: silent },
    isAsking: async () => true,
    runGames: () => undefined,
    clock,
    log: silentLog,
  });
  afterTest(posts.close);
  return posts;
}

onBothEngines('the question of the day', (engine) => {
  it('is asked once a day, though two processes run and one restarts', async () => {
    const location = await engine.newLocation();
    const [store, other] = [await openTestStore(location), await openTestStore(location)];
    await store.setDailyPost(daily);
    let now = SIX - 1;
    const clock = () => now;
    const processes = [await openProcess(store, clock), await openProcess(other, clock)];
    const check = () => Promise.all(processes.map(({ checkDue }) => checkDue()));
    await check();
    expect(await store.gamesUnderWay('900')).toEqual([]);
    now = SIX;
    await check();
    await (await openProcess(other, clock)).checkDue();
    const [first, ...others] = await store.gamesUnderWay('900');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ mode: 'daily', rounds: 1, seconds: 3 * 3600, channel_id: '901' });
    // The question was closed early: the day has had its question.
    await store.endGame({ gameId: first?.id ?? '', reason: 'stopped', now });
    await store.setDailyPost(daily);
    await check();
    expect(await store.gamesUnderWay('900')).toEqual([]);
    now = SIX + DAY;
    await check();
    expect(await store.gamesUnderWay('900')).toHaveLength(1);
  });

  it('leaves the server its games, and waits for hours without being due', async () => {
    const store = await openTestStore(await engine.newLocation());
    await store.setDailyPost(daily);
    await (await openProcess(store, () => SIX)).checkDue();
    expect(await store.findGame({ guildId: '900', channelId: '901' })).toBeUndefined();
    expect(await store.startGame(newGame('played', { guild_id: '900', place: '900' }))).toBe(true);
    const [question] = (await store.gamesUnderWay('900')).filter(({ mode }) => mode === 'daily');
    const gameId = question?.id ?? '';
    const lease = { holder: 'one', now: SIX, leaseMs: 1000 };
    expect((await store.leaseDueGames(lease)).map(({ id }) => id)).toContain(gameId);
    await store.changePhase({ gameId, from: 'pause', to: 'open', dueAt: SIX + 3 * HOUR });
    await store.releaseLease({ gameId, holder: 'one' });
    const due = async (now: number) => (await store.leaseDueGames({ ...lease, now })).map(({ id }) => id);
    expect(await due(SIX + HOUR)).not.toContain(gameId);
    expect(await due(SIX + 3 * HOUR)).toContain(gameId);
  });

  it('stops if the bot may not write in its channel', async () => {
    const store = await openTestStore(await engine.newLocation());
    await store.setDailyPost(daily);
    await store.setDailyPost({ ...daily, kind: 'efemerides', hours: 0, due_at: SIX + DAY });
    await (await openProcess(store, () => SIX)).checkDue();
    const [game] = await store.gamesUnderWay('900');
    await store.endGame({ gameId: game?.id ?? '', reason: 'muted', now: SIX + 5 });
    const posts = await store.readDailyPosts('900');
    expect(posts.map(({ kind, muted_at }) => [kind, muted_at])).toEqual([
      ['efemerides', null],
      ['pregunta', SIX + 5],
    ]);
    expect(await store.lastEndReason({ guildId: '900' })).toBe(null);
  });
});

const isQuestion = (message: APIMessage) =>
  title(message) === 'Pregunta del día' && labelsOf(message).length > 1;
const isAnswered = (message: APIMessage) =>
  title(message) === 'Pregunta del día' && labelsOf(message).join() === 'Ver la ficha';
const isResult = (message: APIMessage) => title(message) === 'La respuesta del día';

it('a question of the day stays open for hours and across restarts, withholds its answer, and ends with the streaks', async () => {
  const trivia = await startTrivia();
  const { discord, store, guild } = trivia;
  const [ana, luis] = [trivia.join('Ana', 'es-419', true), trivia.join('Luis')];
  const set = await ana.command('ajustes pregunta', { hora: 18, zona: 'UTC', horas: 2 });
  const channel = guild.channels.find(({ name }) => name === 'trivia')?.id;
  expect(description(set.message)).toContain(
    `Pregunta del día: **a las 18:00 (UTC) en <#${channel}>; queda abierta 2 h**`,
  );
  const [post] = await store.readDailyPosts(guild.id);
  const untilDue = (post?.due_at ?? 0) - Date.now();
  trivia.advanceClock(untilDue);
  await trivia.bot.stop();
  const clock = () => Date.now() + untilDue + advanced;
  let advanced = 0;
  const later = await startTestBot({ clock, discord, store });
  const question = await ana.sees(isQuestion);
  await trivia.questionOpens();
  expect(description(question)).toMatch(/⏳ Cierre: <t:\d+:R>$/u);
  const { films } = await trivia.question();
  const [right, wrong] = [await trivia.rightOption(), await trivia.wrongOption()];
  expect(labelsOf(question)).toContain(right);
  const hers = await ana.press(question, right);
  expect(hers.ephemeral).toBe(true);
  expect(hers.message.content).toMatch(/^Anotado: \*\*/u);
  expect((await ana.press(question, wrong)).message.content).toMatch(/^Ya elegiste \*\*/u);
  await luis.press(question, wrong);
  const refused = await luis.command('pelicula', { titulo: `#${films[0]}` });
  expect(refused.ephemeral).toBe(true);
  expect(refused.message.embeds).toEqual([]);
  await ana.sees((message) => isQuestion(message) && description(message).endsWith('2 ya respondieron'));
  await later.bot.stop();
  advanced += 2 * HOUR + 60_000;
  await startTestBot({ clock, discord, store });
  const answered = await ana.sees(isAnswered);
  expect(description(answered)).toMatch(/Era \*\*.+Acertaron \*\*1\*\* de 2\.$/su);
  const result = await ana.sees(isResult);
  expect(description(result)).toContain(`✅ Ana (<@${ana.id}>)`);
  expect(result.embeds[0]?.fields).toEqual([{ name: 'Rachas', value: `🥇 Ana (<@${ana.id}>) · 1 día` }]);
  expect(await store.openQuestions(guild.id)).toEqual([]);
  expect(discord.violations).toEqual([]);
});
