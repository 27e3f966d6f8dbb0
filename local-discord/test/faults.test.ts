import { expect, test } from 'vitest';
import { NoAnswer } from '../index.ts';
import { openStage } from './bot.ts';
import { refusalFrom } from './refusal.ts';

const answering = (it: { isRepliable(): boolean; reply?: unknown }) =>
  it.isRepliable() && (it as unknown as { reply(words: string): Promise<unknown> }).reply('x');

test('discord.js retries after Retry-After on 429, and at once on 500', async () => {
  const { discord, errors } = await openStage(answering);
  const ana = discord.person({ name: 'Ana' });
  const waits: number[] = [];
  for (const fault of [{ status: 429, retryAfter: 1 }, { status: 500 }, { delayMs: 300 }]) {
    let left = 1;
    discord.disturb(({ path }) => (path.startsWith('/interactions/') && left-- > 0 ? fault : undefined));
    waits.push((await ana.command('hola')).latencyMs);
  }
  expect(waits.map((wait) => Math.floor(wait / 250))).toEqual([expect.any(Number), 0, 1]);
  expect(waits[0]).toBeGreaterThanOrEqual(1000);
  expect(errors).toEqual([]);
});

test('a refusal has the given code, and later requests are normal again', async () => {
  const { discord, errors } = await openStage(answering, undefined, { deadlineMs: 300 });
  const ana = discord.person({ name: 'Ana' });
  discord.disturb(({ method }) => (method === 'POST' ? { status: 404, code: 10_062 } : undefined));
  await expect(ana.command('hola')).rejects.toBeInstanceOf(NoAnswer);
  expect(errors).toMatchObject([{ status: 404, code: 10_062 }]);
  discord.disturb();
  expect((await ana.command('hola')).message.content).toBe('x');
});

test('a repeated event arrives twice', async () => {
  const ids: string[] = [];
  let again: () => void = () => {};
  const twice = new Promise<void>((resolve) => {
    again = resolve;
  });
  const { discord } = await openStage((it) => {
    if (ids.push(it.id) === 2) return again();
    return answering(it);
  });
  const { interactionId } = await discord.person({ name: 'Ana' }).command('hola');
  discord.gateway.repeat();
  await twice;
  expect(ids).toEqual([interactionId, interactionId]);
});

test('a forged interaction reaches the bot unchanged, and a late answer is refused', async () => {
  const received: unknown[] = [];
  const replies: Promise<unknown>[] = [];
  const { discord } = await openStage((it) => {
    if (!it.isButton()) return answering(it);
    received.push([it.customId, it.guildId, it.user.id, it.message.id]);
    replies.push(it.reply('x').catch(({ code }) => code));
    return undefined;
  });
  const [ana, beto] = [discord.person({ name: 'Ana' }), discord.person({ name: 'Beto' })];
  const { message } = await ana.command('hola');
  const forged = {
    kind: 'component',
    data: { component_type: 2, custom_id: 'forged' },
    message,
  } as const;
  await beto.forge({ ...forged, overrides: { guild_id: '1000000000000000009' } });
  expect(received).toEqual([['forged', '1000000000000000009', beto.id, message.id]]);
  await expect(beto.forge({ ...forged, agoMs: 4000 })).rejects.toBeInstanceOf(NoAnswer);
  expect(await replies[1]).toBe(10_062);
});

test("a Cloudflare fault answers with HTML, and 401 with Discord's message", async () => {
  const { discord, client } = await openStage(answering);
  const ask = () => client.rest.get('/users/@me');
  discord.disturb(() => ({ status: 403, cloudflare: true }));
  expect(await refusalFrom(ask)).toMatchObject({ status: 403, code: undefined });
  discord.disturb(() => ({ status: 403, code: 40_333 }));
  expect(await refusalFrom(ask)).toMatchObject({ status: 403, code: 40_333 });
  discord.disturb(() => ({ status: 401 }));
  expect(await refusalFrom(ask)).toMatchObject({ status: 401, code: 0 });
  discord.disturb();
});
