import { REST } from 'discord.js';
import { expect, it } from 'vitest';
import type { LocalDiscord } from '#local-discord';
import { createMessenger } from '../../src/bot/messenger.ts';
import { createDailyPosts, firstDue } from '../../src/daily/daily-posts.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from '../support/ask-command.ts';
import { afterTest } from '../support/endings.ts';
import { onBothEngines } from '../support/engines.ts';
import { openTestStore } from '../support/open-store.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nine in the morning of Christmas in Mexico City. */
const NINE = Date.UTC(2026, 11, 25, 15);
const when = { hour: 9, zone: 'America/Mexico_City' };
const films = { kind: 'efemerides', hours: 0 } as const;

const titles = ({ guilds }: LocalDiscord) =>
  guilds.flatMap(({ channels }) =>
    channels.flatMap(({ messages }) =>
      [...messages.values()].flatMap(({ message }) => message.embeds.map(({ title }) => title)),
    ),
  );
const CHRISTMAS = 'Un día como hoy, 25 de diciembre, se estrenaron…';
const BOXING_DAY = 'Un día como hoy, 26 de diciembre, se estrenaron…';

/** A server with a daily post that is due at NINE, and a function that opens a process on a store. */
async function openServer(store: Store, { now = NINE, isAsking = false } = {}) {
  const discord = await openDiscord();
  const [guild] = discord.guilds;
  const [channel] = guild?.channels ?? [];
  if (guild === undefined || channel === undefined) throw new Error('no channel');
  const place = { guild_id: guild.id, channel_id: channel.id };
  await store.setDailyPost({ ...place, ...films, ...when, language: 'es', due_at: NINE });
  const state = { now, isAsking };
  const catalogue = await sampleCatalogue();
  const openProcess = (own: Store) => {
    const posts = createDailyPosts({
      store: own,
      catalogue,
      messenger: createMessenger(new REST({ api: discord.api }).setToken(discord.token), () => ''),
      isAsking: async () => state.isAsking,
      runGames: () => undefined,
      clock: () => state.now,
      log: silentLog,
    });
    afterTest(posts.close);
    return posts;
  };
  return { discord, guild, channel, state, openProcess };
}

onBothEngines('the daily post', (engine) => {
  it('is posted once a day, though two processes run', async () => {
    const location = await engine.newLocation();
    const [store, other] = [await openTestStore(location), await openTestStore(location)];
    const { discord, state, openProcess, guild } = await openServer(store);
    const processes = [openProcess(store), openProcess(other)];
    const check = () => Promise.all(processes.map(({ checkDue }) => checkDue()));
    state.now = NINE - 1;
    await check();
    expect(titles(discord)).toEqual([]);
    state.now = NINE;
    await check();
    await check();
    expect(titles(discord)).toEqual([CHRISTMAS]);
    expect((await store.readDailyPosts(guild.id))[0]?.due_at).toBe(NINE + DAY);
    state.now = NINE + DAY;
    await check();
    expect(titles(discord)).toEqual([CHRISTMAS, BOXING_DAY]);
    expect(discord.violations).toEqual([]);
  });

  it('comes late on its day, once, and is left out after it', async () => {
    const store = await openTestStore(await engine.newLocation());
    const { discord, state, openProcess, guild } = await openServer(store, { now: NINE + 14 * HOUR });
    await openProcess(store).checkDue();
    await openProcess(store).checkDue();
    expect(titles(discord)).toEqual([CHRISTMAS]);
    expect((await store.readDailyPosts(guild.id))[0]?.due_at).toBe(NINE + DAY);
    // Three days later, before the hour.
    state.now = NINE + 3 * DAY - HOUR;
    await openProcess(store).checkDue();
    expect(titles(discord)).toEqual([CHRISTMAS]);
    expect((await store.readDailyPosts(guild.id))[0]?.due_at).toBe(NINE + 3 * DAY);
  });

  it('of a process that died while it posted is posted by another one', async () => {
    const store = await openTestStore(await engine.newLocation());
    const { discord, state, openProcess } = await openServer(store);
    expect(await store.leaseDailyPosts({ holder: 'dead', now: NINE, leaseMs: 60_000 })).toHaveLength(1);
    await openProcess(store).checkDue();
    expect(titles(discord)).toEqual([]);
    state.now = NINE + 60_000;
    await openProcess(store).checkDue();
    expect(titles(discord)).toEqual([CHRISTMAS]);
  });

  it('waits while a question is open', async () => {
    const store = await openTestStore(await engine.newLocation());
    const { discord, state, openProcess } = await openServer(store, { isAsking: true });
    const { checkDue } = openProcess(store);
    await checkDue();
    expect(titles(discord)).toEqual([]);
    state.isAsking = false;
    state.now = NINE + 60_000;
    await checkDue();
    expect(titles(discord)).toEqual([CHRISTMAS]);
  });

  it('stops if the bot may not write in its channel, until it is set again', async () => {
    const store = await openTestStore(await engine.newLocation());
    const { discord, guild, channel, state, openProcess } = await openServer(store);
    discord.changes.permit(channel, 0n);
    const { checkDue } = openProcess(store);
    await checkDue();
    expect((await store.readDailyPosts(guild.id))[0]?.muted_at).toBe(NINE);
    discord.changes.permit(channel);
    state.now = NINE + DAY;
    await checkDue();
    expect(titles(discord)).toEqual([]);
    const place = { guild_id: guild.id, channel_id: channel.id };
    await store.setDailyPost({ ...place, ...films, ...when, language: 'es', due_at: NINE + DAY });
    await checkDue();
    expect(titles(discord)).toEqual([BOXING_DAY]);
  });

  it('goes with the data of its server', async () => {
    const store = await openTestStore(await engine.newLocation());
    const { guild } = await openServer(store);
    expect(await store.knownGuilds()).toEqual([guild.id]);
    await store.eraseGuild(guild.id);
    expect(await store.readDailyPosts(guild.id)).toEqual([]);
    expect(await store.nextDailyPost()).toBeUndefined();
  });
});

it('a clock that was set back does not silence the post for longer than a day', async () => {
  const store = await openTestStore();
  const { discord, guild, state, openProcess } = await openServer(store, { now: NINE - 30 * DAY });
  const { checkDue } = openProcess(store);
  await checkDue();
  expect((await store.readDailyPosts(guild.id))[0]?.due_at).toBe(NINE - 29 * DAY);
  expect(titles(discord)).toEqual([]);
  state.now = NINE;
  await checkDue();
  expect(titles(discord)).toEqual([CHRISTMAS]);
});

it('the first post comes at the next time of its hour', () => {
  expect(firstDue(when, NINE - 1)).toBe(NINE);
  expect(firstDue(when, NINE)).toBe(NINE + DAY);
});

it('is set in its channel by who manages the server, survives a restart, and says why it stopped', async () => {
  let now = NINE - 3 * HOUR;
  const clock = () => now;
  const first = await startTestBot({ clock, options: { clock } });
  const { discord, store } = first;
  const ana = discord.person({ name: 'Ana', admin: true, channel: 'trivia' });
  const channel = discord.guilds[0]?.channels.find(({ name }) => name === 'trivia');
  if (channel === undefined) throw new Error('no channel');
  const shown = async () =>
    (await ana.command('ajustes ver')).message.embeds[0]?.description?.split('\n').at(-2);
  expect(await shown()).toBe('Efemérides de cada día: **apagadas (`/ajustes efemerides` las enciende)**');
  expect(await ana.autocomplete('ajustes efemerides', 'zona', 'bogot')).toEqual([
    { name: 'America/Bogota', value: 'America/Bogota' },
  ]);
  const set = await ana.command('ajustes efemerides', { hora: 10, zona: 'bogota' });
  expect(set.ephemeral).toBe(true);
  expect(await shown()).toBe(`Efemérides de cada día: **a las 10:00 (America/Bogota) en <#${channel.id}>**`);
  const wrong = await ana.command('ajustes efemerides', { zona: 'Macondo' });
  expect(wrong.message.content).toContain('«Macondo» no es un valor de `zona`.');
  await first.bot.stop();
  now = NINE;
  const second = await startTestBot({ clock, discord, store });
  const post = await ana.sees(({ embeds }) => embeds[0]?.title === CHRISTMAS);
  expect(post.channel_id).toBe(channel.id);
  expect((await ana.press(post, 'Ver consulta')).message.embeds[0]?.description).toContain(
    '-- $month = 12\n',
  );
  await second.bot.stop();
  discord.changes.permit(channel, 0n);
  now += DAY;
  await startTestBot({ clock, discord, store });
  ana.enter('general');
  await expect
    .poll(shown)
    .toBe(`Efemérides de cada día: **apagadas, porque ya no podía escribir en <#${channel.id}>**`);
  await ana.command('ajustes efemerides', { hora: 8 });
  await ana.command('ajustes efemerides', { apagar: true });
  expect(await store.readDailyPosts(channel.guildId ?? '')).toEqual([]);
  expect(discord.violations).toEqual([]);
});
