import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Http } from '../../src/http/serve.ts';
import { get, openHttp } from '../support/http.ts';

const FILM = '/score_titulo/Toy%20Story';
const FILES = [
  '/docs',
  '/docs/start.js',
  '/docs/swagger-ui-bundle.js',
  '/docs/swagger-ui.css',
  '/openapi.json',
];

let http: Http;
beforeAll(async () => {
  http = await openHttp();
});

/** A response with its raw body; `fetch` would decompress it. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; header: (name: string) => unknown; body: Buffer }>(
    (resolve, reject) => {
      request(`${http.url}${path}`, { method, headers }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const header = (name: string) => response.headers[name];
        resolve({ status: response.statusCode ?? 0, header, body: Buffer.concat(chunks) });
      })
        .once('error', reject)
        .end();
    },
  );
}

describe('an answer', () => {
  it.each([...FILES, FILM, '/docs/favicon-32x32.png'])(
    'to %s is 304 for a client that has it',
    async (path) => {
      const first = await ask(path);
      const tag = String(first.header('etag'));
      expect(tag).toMatch(/^W\/"[\w-]{27}"$/u);
      expect(first.header('cache-control')).toMatch(/^no-cache$|^public, max-age=86400$/u);
      for (const known of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
        const again = await ask(path, { 'If-None-Match': known });
        expect([again.status, again.body.length, again.header('etag')]).toEqual([304, 0, tag]);
      }
      expect((await ask(path, { 'If-None-Match': 'W/"other"' })).status).toBe(200);
    },
  );

  it('has a different ETag in the other language and for another film', async () => {
    const paths = [FILM, `${FILM}?lang=en`, '/score_titulo/Heat'];
    const tags = await Promise.all(paths.map(async (path) => (await ask(path)).header('etag')));
    // Toy Story has one title in both languages, so both answers are the same.
    expect(new Set(tags).size).toBe(2);
    const { header } = await ask('/peliculas_mes/1?lang=en');
    expect(header('etag')).not.toBe((await ask('/peliculas_mes/1')).header('etag'));
    expect(header('vary')).toBe('Accept-Language');
  });

  it('that is an error has no ETag and is sent even for If-None-Match: *', async () => {
    const { status, header } = await ask('/score_titulo/%23123456789', { 'If-None-Match': '*' });
    expect([status, header('etag')]).toEqual([404, undefined]);
  });

  it.each([
    ...FILES.filter((path) => path !== '/docs' && path !== '/docs/start.js'),
    '/get_director/Steven%20Spielberg',
  ])('to %s is compressed only for clients that accept gzip', async (path) => {
    const plain = await ask(path);
    expect([plain.header('content-encoding'), plain.header('vary')]).toEqual([
      undefined,
      expect.stringContaining('Accept-Encoding'),
    ]);
    for (const accepted of ['gzip', 'br, gzip;q=0.5', '*']) {
      const zipped = await ask(path, { 'Accept-Encoding': accepted });
      expect(zipped.header('content-encoding')).toBe('gzip');
      expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
      expect(zipped.header('etag')).toBe(plain.header('etag'));
    }
    for (const refused of ['br', 'gzip;q=0', 'gzip;q=0, *', 'identity'])
      expect((await ask(path, { 'Accept-Encoding': refused })).header('content-encoding')).toBeUndefined();
  });

  it('that is short or a picture is not compressed', async () => {
    for (const path of [FILM, '/docs/favicon-32x32.png'])
      expect((await ask(path, { 'Accept-Encoding': 'gzip' })).header('content-encoding')).toBeUndefined();
  });

  it.each([...FILES, FILM])('to HEAD %s has the headers of GET and no body', async (path) => {
    const whole = await ask(path);
    const head = await ask(path, {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const name of ['etag', 'content-type', 'content-length', 'cache-control'])
      expect(head.header(name)).toBe(whole.header(name));
  });
});

describe('a method that is not accepted', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])(
    '%s is refused with 405 and the accepted methods',
    async (method) => {
      const { status, header, body } = await ask(FILM, {}, method);
      expect([status, header('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(JSON.parse(body.toString())).toEqual({
        error: 'metodo',
        mensaje: `Aquí no se acepta ${method}, solo GET, HEAD, OPTIONS.`,
        opciones: [],
      });
    },
  );

  it('is refused at every path, in the requested language', async () => {
    for (const path of [...FILES, '/', '/health']) {
      const { status, header } = await ask(path, {}, 'POST');
      expect([path, status, header('allow')]).toEqual([path, 405, 'GET, HEAD, OPTIONS']);
    }
    const metrics = await ask('/metrics', { 'Accept-Language': 'en' }, 'POST');
    expect([metrics.status, metrics.header('allow')]).toEqual([405, 'GET, HEAD']);
    expect(JSON.parse(metrics.body.toString()).mensaje).toBe('POST is not accepted here, only GET, HEAD.');
    expect((await ask('/nothing', {}, 'POST')).status).toBe(404);
  });

  it('is not listed by OPTIONS, which lists the accepted methods', async () => {
    const { status, header, body } = await ask(FILM, {}, 'OPTIONS');
    expect([status, header('allow'), body.length]).toEqual([204, 'GET, HEAD, OPTIONS', 0]);
    expect((await ask('/nothing', {}, 'OPTIONS')).status).toBe(404);
  });
});

describe('a page of another origin', () => {
  const Origin = 'https://example.com';

  it.each([FILM, '/score_titulo/xyzzyq', '/nothing', '/health', '/openapi.json'])(
    'may read %s and its Retry-After header',
    async (path) => {
      const { header } = await ask(path, { Origin });
      expect(header('access-control-allow-origin')).toBe('*');
      expect(header('access-control-expose-headers')).toBe('ETag, Retry-After');
    },
  );

  it('may send its own headers after a preflight', async () => {
    const { status, header } = await ask(
      FILM,
      { Origin, 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'x-own' },
      'OPTIONS',
    );
    expect(status).toBe(204);
    expect(header('access-control-allow-origin')).toBe('*');
    expect(header('access-control-allow-methods')).toBe('GET,HEAD,OPTIONS');
    expect(header('access-control-allow-headers')).toBe('x-own');
    expect(header('access-control-max-age')).toBe('86400');
  });

  it('may not read the metrics', async () => {
    for (const method of ['GET', 'OPTIONS'])
      expect(
        (await ask('/metrics', { Origin }, method)).header('access-control-allow-origin'),
      ).toBeUndefined();
  });
});

describe('a query with an option of the path, a repeated option or an unknown option', () => {
  it.each([
    [
      '/score_titulo/Heat?titulo=Toy%20Story',
      '`titulo` no va después de «?»: su valor es la parte `{titulo}` de la ruta.',
    ],
    [
      '/score_titulo/Heat?title=Toy%20Story',
      '`title` no va después de «?»: su valor es la parte `{titulo}` de la ruta.',
    ],
    [
      '/get_actor/Heat?nombre_actor=x',
      '`nombre_actor` no va después de «?»: su valor es la parte `{nombre}` de la ruta.',
    ],
    ['/peliculas_mes/1?month=2', '`month` no va después de «?»: su valor es la parte `{mes}` de la ruta.'],
    [
      '/get_director/Luc%20Besson?orden=fecha&orden=retorno',
      '`orden` está más de una vez. Dale un solo valor.',
    ],
    ['/score_titulo/Heat?lang=es&lang=en', '`lang` está más de una vez. Dale un solo valor.'],
    [
      '/score_titulo/Heat?lang=en&titulo=x',
      '`titulo` does not go after “?”: its value is the part `{titulo}` of the path.',
    ],
    ['/score_titulo/Heat?limit=3', 'Este comando no tiene la opción `limit`. Tiene: `lang`.'],
  ])('%s is refused, and the option is named', async (path, mensaje) => {
    const { status, body } = await get(http, path);
    expect([status, body]).toEqual([
      400,
      { error: 'valor', mensaje: mensaje.replaceAll('`', ''), opciones: [] },
    ]);
  });

  it.each([
    '/get_director/Luc%20Besson?orden=fecha&order=retorno',
    '/get_director/Luc%20Besson?order=fecha&order=fecha',
  ])('%s is refused: it has one option twice, in two languages', async (path) => {
    const { status, body } = await get(http, path);
    expect([status, body.mensaje]).toEqual([400, 'orden está más de una vez. Dale un solo valor.']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'LANG', ' ', '**@everyone**'])(
    'is refused for the unknown option "%s"',
    async (name) => {
      const { status, body } = await get(http, `/get_director/Luc%20Besson?${encodeURIComponent(name)}=x`);
      expect([status, body.mensaje]).toEqual([
        400,
        expect.stringMatching(/^Este comando no tiene la opción .* Tiene: orden, lang\.$/u),
      ]);
    },
  );
});
