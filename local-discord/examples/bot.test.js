// node --test bot.test.js
// BOT=./bot.ts node --import tsx --test bot.test.js
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { startLocalDiscord } from 'local-discord';

/** @type {typeof import('./bot.ts')} */
const { startBot } = await import(process.env.BOT ?? './bot.js');

const discord = await startLocalDiscord();
const ana = discord.person({ name: 'Ana', locale: 'en-US' });
/** @type {Awaited<ReturnType<typeof startBot>>} */
let client;

before(async () => {
  client = await startBot({ token: discord.token, api: discord.api });
});

after(async () => {
  await client.destroy();
  await discord.close();
});

test('the bot logs in and registers its command', () => {
  assert.deepEqual(
    ana.commands().map(({ name }) => name),
    ['film'],
  );
});

test('autocomplete suggests titles', async () => {
  assert.deepEqual(await ana.autocomplete('film', 'title', 'a'), [
    { name: 'Alien', value: 'Alien' },
    { name: 'Arrival', value: 'Arrival' },
  ]);
});

test('a slash command is deferred, then its message is edited', async () => {
  const answer = await ana.command('film', { title: 'Heat' });
  assert.equal(answer.deferred, true);
  assert.equal((await answer.final()).content, 'Heat');
});

test('a button changes the message', async () => {
  const answer = await ana.command('film', { title: 'Heat' });
  await answer.final();
  const pressed = await ana.press(answer, 'Seen it');
  assert.equal(pressed.kind, 'update');
  assert.equal(pressed.message.content, 'Heat: seen');
});

test('a button opens a form; only the person who submits it sees the answer', async () => {
  const answer = await ana.command('film', { title: 'Heat' });
  await answer.final();
  const form = await ana.press(answer, 'Write a review');
  const thanks = await ana.submit(form, { text: 'Loud' });
  assert.equal(thanks.message.content, 'Thank you for “Loud”');
  assert.equal(thanks.ephemeral, true);
});

test('discord.js waits out a rate limit and sends the request again', async () => {
  let requests = 0;
  discord.disturb(({ method }) => {
    if (method !== 'PATCH') return undefined;
    return ++requests === 1 ? { status: 429, retryAfter: 0.05 } : undefined;
  });
  const answer = await ana.command('film', { title: 'Solaris' });
  assert.equal((await answer.final()).content, 'Solaris');
  assert.equal(requests, 2);
  discord.disturb();
});

test('a command sent while the connection is down arrives when the bot resumes', async () => {
  const resumed = once(client, 'shardResume');
  const connected = discord.gateway.drop();
  const answer = await ana.command('film', { title: 'Alien' });
  assert.equal((await answer.final()).content, 'Alien');
  await Promise.all([resumed, connected]);
});

test('Discord would have accepted everything that the bot sent', () => {
  assert.deepEqual(discord.violations, []);
});
