import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { PageAction, View } from '../page-server/protocol.ts';
import { openDiscord, openStage } from './bot.ts';

type Page = {
  request: (action: PageAction | string) => Promise<Record<string, unknown>>;
  closed: Promise<number>;
};

/** Opens the socket of a page. A string is sent unchanged instead of a request. */
async function openPage(url: string): Promise<Page> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/people`);
  const responses = new Map<number, (response: Record<string, unknown>) => void>();
  socket.on('message', (data) => {
    const { id, ...response } = JSON.parse(String(data));
    responses.get(id)?.(response);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  let count = 0;
  return {
    closed: new Promise((resolve) => socket.once('close', resolve)),
    request: (action) =>
      new Promise((resolve) => {
        const id = ++count;
        responses.set(id, resolve);
        socket.send(typeof action === 'string' ? action : JSON.stringify({ id, action }));
      }),
  };
}

const join = (who: string): PageAction => ({
  do: 'join',
  who,
  locale: 'es-419' as never,
  channel: 'general',
});

test.each(['', 'x', '{}', '{"id":1,"action":{"do":"fly"}}', '{"id":1,"action":{"do":"commands","more":1}}'])(
  'an invalid request closes the socket: %s',
  async (text) => {
    const { url } = await openDiscord();
    const { request, closed } = await openPage(url);
    void request(text);
    expect(await closed).toBe(4002);
  },
);

test('a page can do nothing before it joins; an unknown person joins as Ana', async () => {
  const { url } = await openDiscord();
  const { request } = await openPage(url);
  expect(await request({ do: 'commands' })).toMatchObject({ mistake: { kind: 'not visible' } });
  expect(await request(join('nobody'))).toMatchObject({
    ok: { me: { key: 'ana', admin: true }, online: false },
  });
});

test('two tabs of a person share the account, and other people cannot touch its ephemeral messages', async () => {
  const { discord } = await openStage((it) => it.isRepliable() && it.reply({ content: 'x', flags: 64 }));
  const [beto, again, carla] = await Promise.all([
    openPage(discord.url),
    openPage(discord.url),
    openPage(discord.url),
  ]);
  const joined = [
    await beto.request(join('beto')),
    await again.request(join('beto')),
    await carla.request(join('carla')),
  ];
  expect(new Set(joined.map(({ ok }) => (ok as View).me.id)).size).toBe(2);
  expect(await beto.request({ do: 'command', name: 'hola', options: {} })).toMatchObject({
    ok: { kind: 'message' },
  });
  const { messages } = (await again.request(join('beto'))).ok as View;
  const message = { id: messages[0]?.id ?? '', channel_id: messages[0]?.channel_id ?? '' };
  const mistake = async (page: Page, action: 'dismiss' | 'delete') =>
    (await page.request({ do: action, message })).mistake;
  expect(await mistake(carla, 'dismiss')).toMatchObject({ kind: 'not visible' });
  expect(await mistake(again, 'delete')).toMatchObject({ kind: 'not allowed' });
  expect(await again.request({ do: 'dismiss', message })).toEqual({ ok: null });
});

test('the page has a policy that allows only this server, and no other file is served', async () => {
  const { url } = await openDiscord();
  const page = await fetch(url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  const paths = (await page.text()).match(/\/page\/[\w.]+/g) ?? [];
  for (const path of paths) expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  expect(paths).toHaveLength(3);
  for (const path of ['/page/', '/page/main.ts', '/page/..%2fREADME.md', '/people'])
    expect([path, (await fetch(url + path)).status]).toEqual([path, 404]);
});
