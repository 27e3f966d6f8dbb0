import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Ask, View } from '../page-server/protocol.ts';
import { openDiscord, openStage } from './bot.ts';

type Line = { ask: (ask: Ask | string) => Promise<Record<string, unknown>>; closed: Promise<number> };

/** Speaks as a page does. What is not an ask is sent as it is. */
async function openLine(url: string): Promise<Line> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/people`);
  const answers = new Map<number, (answer: Record<string, unknown>) => void>();
  socket.on('message', (data) => {
    const { id, ...answer } = JSON.parse(String(data));
    answers.get(id)?.(answer);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  let count = 0;
  return {
    closed: new Promise((resolve) => socket.once('close', resolve)),
    ask: (ask) =>
      new Promise((resolve) => {
        const id = ++count;
        answers.set(id, resolve);
        socket.send(typeof ask === 'string' ? ask : JSON.stringify({ id, ask }));
      }),
  };
}

const sit = (who: string): Ask => ({ do: 'sit', who, locale: 'es-419' as never, channel: 'general' });

test.each(['', 'x', '{}', '{"id":1,"ask":{"do":"fly"}}', '{"id":1,"ask":{"do":"commands","more":1}}'])(
  'what a page would not send closes the line: %s',
  async (garbage) => {
    const { url } = await openDiscord();
    const { ask, closed } = await openLine(url);
    void ask(garbage);
    expect(await closed).toBe(4002);
  },
);

test('nobody does anything before they sit', async () => {
  const { url } = await openDiscord();
  const { ask } = await openLine(url);
  expect(await ask({ do: 'commands' })).toMatchObject({ mistake: { kind: 'not visible' } });
  expect(await ask(sit('nobody'))).toMatchObject({ ok: { me: { key: 'ana', admin: true }, online: false } });
});

test('two windows of a person are one person, whose private answers others cannot touch', async () => {
  const { discord } = await openStage((it) => it.isRepliable() && it.reply({ content: 'x', flags: 64 }));
  const [beto, again, carla] = await Promise.all([
    openLine(discord.url),
    openLine(discord.url),
    openLine(discord.url),
  ]);
  const seats = [await beto.ask(sit('beto')), await again.ask(sit('beto')), await carla.ask(sit('carla'))];
  expect(new Set(seats.map(({ ok }) => (ok as View).me.id)).size).toBe(2);
  expect(await beto.ask({ do: 'command', name: 'hola', options: {} })).toMatchObject({
    ok: { kind: 'message' },
  });
  const { messages } = (await again.ask(sit('beto'))).ok as View;
  const message = { id: messages[0]?.id ?? '', channel_id: messages[0]?.channel_id ?? '' };
  const mistake = async (line: Line, what: 'dismiss' | 'delete') =>
    (await line.ask({ do: what, message })).mistake;
  expect(await mistake(carla, 'dismiss')).toMatchObject({ kind: 'not visible' });
  expect(await mistake(again, 'delete')).toMatchObject({ kind: 'not allowed' });
  expect(await again.ask({ do: 'dismiss', message })).toEqual({ ok: null });
});

test('the page is served with a policy that lets nothing in from elsewhere, and nothing else is served', async () => {
  const { url } = await openDiscord();
  const page = await fetch(url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  const paths = (await page.text()).match(/\/page\/[\w.]+/g) ?? [];
  for (const path of paths) expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  expect(paths).toHaveLength(3);
  for (const path of ['/page/', '/page/main.ts', '/page/..%2fREADME.md', '/people'])
    expect([path, (await fetch(url + path)).status]).toEqual([path, 404]);
});
