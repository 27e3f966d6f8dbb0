import { EventEmitter, once } from 'node:events';
import type { RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ConnectionLimits, connectionLimits, createBoundedServer } from '../../src/http/connections.ts';
import type { Http } from '../../src/http/serve.ts';
import { afterFile, afterTest } from '../support/endings.ts';
import { get, openHttp } from '../support/http.ts';

const FILM = '/score_titulo/Toy%20Story';
const BUNDLE = '/docs/swagger-ui-bundle.js';
const MB = 2 ** 20;

const ask = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`;

/** A connection that reads nothing until `resume`; `received` returns everything read so far. */
async function dial(
  port: number,
): Promise<{ socket: Socket; received: () => string; closed: Promise<unknown> }> {
  const socket = connect(port, '127.0.0.1');
  afterTest(() => socket.destroy());
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    text += chunk;
  });
  // A connection that the server closes during a write is reset.
  socket.on('error', () => {});
  socket.pause();
  await once(socket, 'connect');
  return { socket, received: () => text, closed: new Promise((resolve) => socket.once('close', resolve)) };
}

const answersIn = (text: string) => text.split('HTTP/1.1 200').length - 1;

describe('a client that sends a thousand requests on one connection and reads no answer', () => {
  let http: Http;
  beforeAll(async () => {
    http = await openHttp();
    await (await fetch(`${http.url}${BUNDLE}`)).arrayBuffer();
  });

  it.each([BUNDLE, '/docs', '/openapi.json', '/health', FILM])(
    'for %s takes little memory and is disconnected, while other clients are answered',
    async (path) => {
      const before = process.memoryUsage().arrayBuffers;
      const { socket, received, closed } = await dial(Number(new URL(http.url).port));
      socket.write(ask(path).repeat(1000));
      expect((await get(http, FILM)).status).toBe(200);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30 * MB);
      socket.resume();
      await closed;
      expect(answersIn(received())).toBeLessThanOrEqual(connectionLimits.pipelined);
    },
  );
});

it.each([
  ['GET', 200],
  ['POST', 405],
])(
  'the body of a %s request is not read: the answer is %i and the connection is closed',
  async (method, status) => {
    const http = await openHttp();
    const { socket, received, closed } = await dial(Number(new URL(http.url).port));
    socket.write(
      `${method} ${FILM} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n10000\r\nsome of it`,
    );
    socket.resume();
    await closed;
    expect(received()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*\r\nConnection: close\r\n`, 's'));
  },
);

/** A bounded server with this listener, and a function that counts its connections. */
async function open(listener: RequestListener, limits: Partial<ConnectionLimits>) {
  const server = createBoundedServer(listener, { ...connectionLimits, checkMs: 20, ...limits });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterFile(() => {
    server.closeAllConnections();
    server.close();
  });
  const count = () =>
    new Promise<number>((resolve, reject) =>
      server.getConnections((error, number) => (error === null ? resolve(number) : reject(error))),
    );
  return { port: (server.address() as AddressInfo).port, count };
}

const hello: RequestListener = (_, response) => response.end('hello');

describe('a connection', () => {
  it('may pipeline requests and gets their answers in order', async () => {
    const { pipelined } = connectionLimits;
    const { port } = await open(hello, {});
    const { socket, received, closed } = await dial(port);
    socket.write(ask('/').repeat(pipelined - 1) + ask('/', 'Connection: close\r\n'));
    socket.resume();
    await closed;
    expect(answersIn(received())).toBe(pipelined);
  });

  it.each([
    ['does not read its answer', { silenceMs: 100 }],
    ['reads its answer too slowly', { answerMs: 100 }],
  ])('that %s is closed', async (_, limits) => {
    const server = new EventEmitter();
    const answerClosed = once(server, 'answer closed');
    const { port } = await open((_, response) => {
      response.once('close', () => server.emit('answer closed'));
      // Larger than the socket buffers of both ends.
      response.end(Buffer.alloc(64 * MB));
    }, limits);
    const { socket, closed } = await dial(port);
    socket.write(ask('/'));
    await answerClosed;
    socket.resume();
    await closed;
    expect(socket.bytesRead).toBeLessThan(64 * MB);
  });

  it.each([
    ['sends nothing', ''],
    ['never ends its headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: '],
  ])('that %s is closed', async (_, sent) => {
    const { port } = await open(hello, { headersMs: 100 });
    const { socket, received, closed } = await dial(port);
    socket.write(sent);
    socket.resume();
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 408 /u);
  });

  it('that sends a body gets an answer before the body is read, and is closed', async () => {
    const { port } = await open(hello, {});
    const { socket, received, closed } = await dial(port);
    socket.write(`${ask('/', 'Content-Length: 1000000000\r\n')}some of it`);
    socket.resume();
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 200 .*\r\nConnection: close\r\n.*hello$/su);
  });

  it('with too large headers is refused', async () => {
    const { port } = await open(hello, {});
    const { socket, received, closed } = await dial(port);
    socket.write(ask('/', `X-A: ${'a'.repeat(100_000)}\r\n`));
    socket.resume();
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 431 /u);
  });

  it('is accepted although the maximum is open: the connection that has been idle the longest is closed', async () => {
    const { port, count } = await open(hello, { connections: 3 });
    const first = await dial(port);
    first.socket.resume();
    const others = [await dial(port), await dial(port)];
    for (const other of others) {
      other.socket.write(ask('/'));
      other.socket.resume();
      await once(other.socket, 'data');
    }
    const { socket, received, closed } = await dial(port);
    await first.closed;
    socket.write(ask('/', 'Connection: close\r\n'));
    socket.resume();
    await closed;
    expect(received()).toContain('hello');
    await expect.poll(count).toBe(2);
  });
});
