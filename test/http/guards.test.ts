import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import autocannon from 'autocannon';
import { beforeAll, describe, expect, it } from 'vitest';
import { scoreTitulo } from '../../commands/score-titulo.ts';
import type { Command, JsonAnswer } from '../../src/command/command.ts';
import type { Http } from '../../src/http/serve.ts';
import { createTokenBuckets } from '../../src/lib/token-bucket.ts';
import { get, openHttp } from '../support/http.ts';

const TOKEN = 'a-token-for-the-tests';
const FILM = '/score_titulo/Toy%20Story';

let open: Http;
let proxied: Http;
beforeAll(async () => {
  const limits = () => createTokenBuckets({ capacity: 2, perSecond: 0.1, clock: () => 0 });
  open = await openHttp({ limits: limits() });
  proxied = await openHttp({ limits: limits() }, { proxies: 1 });
});

describe('an address', () => {
  it('over its limit gets 429 with Retry-After, whatever its X-Forwarded-For says', async () => {
    const statuses = [];
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3'])
      statuses.push(await get(open, FILM, { 'x-forwarded-for': address }));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(statuses[2]?.headers.get('retry-after')).toBe('10');
    expect(statuses[2]?.body).toEqual({
      error: 'demasiadas',
      mensaje: 'Vas muy rápido para mí. Espera 10 s y seguimos.',
      opciones: [],
    });
  });

  it('behind a trusted proxy is the entry that the proxy added, not an entry that the client wrote', async () => {
    const ask = async (forwarded: string) =>
      (await get(proxied, FILM, { 'x-forwarded-for': forwarded })).status;
    expect(await ask('1.1.1.1, 10.0.0.1')).toBe(200);
    expect(await ask('2.2.2.2, 10.0.0.1')).toBe(200);
    expect(await ask('3.3.3.3, 10.0.0.1')).toBe(429);
    expect(await ask('10.0.0.2')).toBe(200);
  });

  it('in IPv6 shares the limit of its /64, and in IPv4 has one limit in any notation', async () => {
    const ask = async (forwarded: string) =>
      (await get(proxied, FILM, { 'x-forwarded-for': forwarded })).status;
    expect(await ask('2001:db8:0:7::1')).toBe(200);
    expect(await ask('[2001:db8:0:7:aaaa::2]:4711')).toBe(200);
    expect(await ask('2001:db8:0:7:ffff:ffff:ffff:ffff')).toBe(429);
    expect(await ask('2001:db8:0:8::1')).toBe(200);
    expect(await ask('192.0.2.1')).toBe(200);
    expect(await ask('::ffff:192.0.2.1')).toBe(200);
    expect(await ask('192.0.2.1:4711')).toBe(429);
  });

  it('that a proxy forwards as something invalid is the proxy itself', async () => {
    const http = await openHttp(
      { limits: createTokenBuckets({ capacity: 1, perSecond: 1, clock: () => 0 }) },
      { proxies: 1 },
    );
    const ask = async (forwarded: string) => (await get(http, FILM, { 'x-forwarded-for': forwarded })).status;
    expect(await ask('unknown')).toBe(200);
    expect(await ask('x'.repeat(5000))).toBe(429);
  });

  it.each([
    ['GET', '/'],
    ['GET', '/docs'],
    ['HEAD', '/docs/swagger-ui.css'],
    ['GET', '/openapi.json'],
    ['GET', '/health'],
    ['GET', '/metrics'],
    ['GET', '/nothing/here'],
    ['POST', '/score_titulo/Heat'],
    ['OPTIONS', '/score_titulo/Heat'],
  ])('is limited for %s %s too', async (method, path) => {
    const http = await openHttp({
      limits: createTokenBuckets({ capacity: 1, perSecond: 0.1, clock: () => 0 }),
    });
    const ask = () => fetch(`${http.url}${path}`, { method, redirect: 'manual' });
    expect((await ask()).status).not.toBe(429);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
  });

  it('over the limit of other paths can still call the functions', async () => {
    const http = await openHttp({
      limits: createTokenBuckets({ capacity: 1, perSecond: 0.1, clock: () => 0 }),
    });
    await get(http, '/openapi.json');
    expect((await get(http, '/openapi.json', { 'accept-language': 'en' })).body.mensaje).toBe(
      'That is too fast for me. Wait 10 s and we go on.',
    );
    expect((await get(http, FILM)).status).toBe(200);
    expect((await get(http, FILM)).status).toBe(429);
  });
});

it('9,000 requests for /health in a second ping the store once, and functions are answered meanwhile', async () => {
  let pings = 0;
  const http = await openHttp({
    limits: createTokenBuckets({ capacity: 1e6, perSecond: 1, clock: () => 0 }),
    clock: () => 0,
    store: { ping: async () => void pings++ },
  });
  const flood = autocannon({ url: `${http.url}/health`, connections: 40, amount: 9000 });
  const statuses = new Set<number>();
  for (let count = 0; count < 20; count++) statuses.add((await get(http, FILM)).status);
  expect([...statuses]).toEqual([200]);
  // No bot is connected to Discord, so /health is 503.
  expect(await flood).toMatchObject({ '5xx': 9000, errors: 0, timeouts: 0 });
  expect(pings).toBe(1);
});

describe('the metrics', () => {
  const ask = async (http: Http, headers: Record<string, string>) =>
    (await fetch(`${http.url}/metrics`, { headers })).status;
  const far = { 'x-forwarded-for': '10.0.0.9' };
  const bearer = { authorization: `Bearer ${TOKEN}` };

  it('are open to this machine, but not to requests that a local proxy forwards', async () => {
    const http = await openHttp();
    expect(await ask(http, {})).toBe(200);
    expect(await ask(http, far)).toBe(403);
    expect(await ask(http, { forwarded: 'for=10.0.0.9' })).toBe(403);
  });

  it.each([0, 1])(
    'need the token if one is set, on this machine too (behind %i proxies)',
    async (proxies) => {
      const http = await openHttp({}, { proxies, metricsToken: TOKEN });
      expect(await ask(http, {})).toBe(401);
      expect(await ask(http, bearer)).toBe(200);
      expect(await ask(http, far)).toBe(401);
      expect(await ask(http, { ...far, authorization: `Bearer ${TOKEN}x` })).toBe(401);
      expect(await ask(http, { ...far, ...bearer })).toBe(200);
    },
  );
});

describe('the language', () => {
  it.each([
    ['/score_titulo/Heat?lang=fr', '“fr” is not a value of lang. It can be: es, en.'],
    ['/nothing', 'There is nothing here: /docs says what you can ask for.'],
  ])('of the error at %s is the language of Accept-Language', async (path, mensaje) => {
    const http = await openHttp();
    const { body, headers } = await get(http, path, { 'accept-language': 'en' });
    expect([body.mensaje, headers.get('content-language')]).toEqual([mensaje, 'en']);
  });

  it.each([
    ['en-GB,en;q=0.8,es;q=0.5', 'en'],
    ['fr, es;q=0.4, en;q=0.7', 'en'],
    ['en;q=0, fr', 'es'],
    ['*', 'es'],
  ])('of Accept-Language %s is %s', async (header, language) => {
    const http = await openHttp();
    const { body, headers } = await get(http, '/peliculas_mes/1', { 'accept-language': header });
    expect([body.mes, headers.get('content-language')]).toEqual([
      language === 'en' ? 'January' : 'enero',
      language,
    ]);
  });
});

/** /score_titulo with another answer to programs. */
function answering(answer: JsonAnswer['answer']): Command {
  const [signature] = scoreTitulo.signatures;
  if (signature?.json === undefined) throw new Error('no JSON');
  return { ...scoreTitulo, signatures: [{ ...signature, json: { ...signature.json, answer } }] };
}

/** A command that answers once `release` is called. `called` resolves when the command runs. */
function waiting(): { command: Command; called: Promise<void>; release: () => void } {
  let [release, note] = [() => {}, () => {}];
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const called = new Promise<void>((resolve) => {
    note = resolve;
  });
  const answer = async () => {
    note();
    await released;
    return { listo: true };
  };
  return { command: answering(answer), called, release };
}

describe('the server', () => {
  it('sends the answers under way before it stops, and accepts no more requests', async () => {
    const { command, called, release } = waiting();
    const http = await openHttp({ commands: new Map([['score_titulo', command]]) });
    const answer = get(http, FILM);
    await called;
    const stopped = http.stop();
    await expect(fetch(`${http.url}${FILM}`)).rejects.toThrow();
    release();
    expect((await answer).body).toEqual({ listo: true });
    await stopped;
  });

  it('interrupts a query that takes too long and answers 503', async () => {
    const slow =
      'select count(*)::int as pairs from range(100000) a, range(100000) b where a.range % 7 = b.range % 11';
    const command = answering((_, { catalogue }) => catalogue.query(slow));
    const http = await openHttp({ commands: new Map([['score_titulo', command]]) });
    const { status, headers, body } = await get(http, FILM);
    expect([status, headers.get('retry-after'), body.error]).toEqual([503, '1', 'lento']);
  });

  it('answers an unexpected error with an id and without its message', async () => {
    const command = answering(() => Promise.reject(new Error('Kaboom! at /secret/place')));
    const http = await openHttp({ commands: new Map([['score_titulo', command]]) });
    const { status, body } = await get(http, FILM);
    expect([status, body.error]).toEqual([500, 'fallo']);
    expect(body.mensaje).toMatch(
      /^Algo falló de mi lado. Quedó anotado con el código [0-9a-f]{8}; inténtalo de nuevo.$/u,
    );
  });

  it('explains in one line that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(openHttp({}, { port })).rejects.toThrow(
      `PORT ${port} cannot be opened at 127.0.0.1: another program has it. Choose another PORT, or stop that program.`,
    );
    other.close();
  });
});
