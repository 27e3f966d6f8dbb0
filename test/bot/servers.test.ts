import { once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, it } from 'vitest';
import type { LocalDiscord } from '#local-discord';
import { watchServers } from '../../src/bot/servers.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from '../support/ask-command.ts';
import { afterTest } from '../support/endings.ts';
import { newGame } from '../support/games.ts';
import { openTestStore } from '../support/open-store.ts';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

const DAY = 24 * 60 * 60 * 1000;
const daysLater = (days: number) => () => Date.now() + days * DAY + 60_000;

/** A Discord whose servers the store knows by their settings. */
async function openKnownServers(guilds: number) {
  const discord = await openDiscord({ guilds });
  const store = await openTestStore(undefined, afterTest);
  for (const { id } of discord.guilds) await store.changeSettings(id, { pause: 0 });
  return { discord, store, guilds: discord.guilds };
}

async function startAndStop(discord: LocalDiscord, store: Store, clock = Date.now) {
  const { bot, logged } = await startTestBot({ discord, store, clock });
  await bot.stop();
  return logged.join('');
}

it('a store belongs to the first application that uses it: another one is refused and changes nothing', async () => {
  const { discord, store, guilds } = await openKnownServers(1);
  await store.startGame(newGame('other', { guild_id: guilds[0]?.id ?? '' }));
  expect(await store.claimOwnership('100000000000000099')).toBe('100000000000000099');
  const before = await store.readGame('other');
  await expect(startTestBot({ discord, store })).rejects.toThrow(
    `The store belongs to application 100000000000000099, and DISCORD_TOKEN belongs to application ${discord.applicationId}. Set the token of application 100000000000000099, or give this one a store of its own (STATE_DIR or DATABASE_URL).`,
  );
  expect(await store.readGame('other')).toEqual(before);
  expect(await store.claimOwnership('100000000000000099')).toBe('100000000000000099');
});

it('a store without an application, from an older version, is assigned to the first application that starts', async () => {
  const { discord, store } = await openKnownServers(1);
  await startAndStop(discord, store);
  expect(await store.claimOwnership('100000000000000099')).toBe(discord.applicationId);
  await startAndStop(discord, store);
});

it('a server that removed the bot while it was offline is noted at the start, and erased 30 days later', async () => {
  const { discord, store, guilds } = await openKnownServers(3);
  const [gone, ...others] = guilds.map(({ id }) => id);
  await store.startGame(newGame('gone', { guild_id: gone ?? '' }));
  if (guilds[0] !== undefined) discord.changes.remove(guilds[0]);
  await startAndStop(discord, store);
  expect(await store.knownGuilds()).toEqual(others);
  expect((await store.readGame('gone'))?.end_reason).toBe('left');
  expect((await store.readSettings(gone ?? '')).pause).toBe(0);
  await startAndStop(discord, store, daysLater(30));
  expect((await store.readSettings(gone ?? '')).pause).toBe(5);
  expect((await store.readSettings(others[0] ?? '')).pause).toBe(0);
});

it('a start that sees only half of the known servers counts none as left, and logs it', async () => {
  const { discord, store, guilds } = await openKnownServers(2);
  const strangers = ['100000000000000001', '100000000000000002'];
  for (const id of strangers) {
    await store.changeSettings(id, { pause: 0 });
    await store.startGame(newGame(id, { guild_id: id }));
  }
  const logged = await startAndStop(discord, store, daysLater(0));
  expect(logged).toContain('"known":4,"missing":2');
  await startAndStop(discord, store, daysLater(31));
  expect(await store.knownGuilds()).toEqual([...guilds.map(({ id }) => id), ...strangers].sort());
  for (const id of strangers) {
    // It may end for another reason: its channel is missing too.
    expect((await store.readGame(id))?.end_reason).not.toBe('left');
    expect((await store.readSettings(id)).pause).toBe(0);
  }
});

it('a wrong departure is deleted at the start, before anything is erased', async () => {
  const { discord, store, guilds } = await openKnownServers(2);
  for (const { id } of guilds) await store.noteDeparture(id, Date.now() - 31 * DAY);
  await startAndStop(discord, store);
  expect(await store.knownGuilds()).toEqual(guilds.map(({ id }) => id).sort());
  expect(guilds).toHaveLength(2);
  for (const { id } of guilds) expect((await store.readSettings(id)).pause).toBe(0);
});

it('a wrong departure is deleted when the bot identifies again, for example after an outage', async () => {
  const { discord, store, guilds } = await openKnownServers(1);
  await startTestBot({ discord, store });
  await store.noteDeparture(guilds[0]?.id ?? '', Date.now());
  await discord.gateway.invalidate(false);
  await expect.poll(() => store.knownGuilds()).toEqual([guilds[0]?.id]);
});

it('the daily erasure never erases a server that the bot is in', async () => {
  const { discord, store, guilds } = await openKnownServers(2);
  const [present = '', removed = ''] = guilds.map(({ id }) => id);
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.api } });
  afterTest(() => client.destroy());
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  let now = Date.now();
  const parts = { store, clock: () => now, log: silentLog, own: undefined };
  const servers = await watchServers(client as Client<true>, parts);
  afterTest(servers.close);
  if (guilds[1] !== undefined) discord.changes.remove(guilds[1]);
  await expect.poll(() => store.knownGuilds()).toEqual([present]);
  await store.noteDeparture(present, now);
  now += 31 * DAY;
  await servers.clean();
  expect((await store.readSettings(removed)).pause).toBe(5);
  expect((await store.readSettings(present)).pause).toBe(0);
  expect(await store.knownGuilds()).toEqual([present]);
});
