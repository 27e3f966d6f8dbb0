import { request } from 'node:http';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openDiscord } from './bot.ts';

const doors = (port: string): [string, Record<string, string>, boolean][] => [
  ['its own address', { host: `127.0.0.1:${port}` }, true],
  ['localhost', { host: `localhost:${port}` }, true],
  ['its own page', { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` }, true],
  ['another host name that resolves here', { host: `evil.example:${port}` }, false],
  ['another port', { host: '127.0.0.1:1' }, false],
  ['a page of another origin', { host: `127.0.0.1:${port}`, origin: 'https://evil.example' }, false],
  ['a page with an opaque origin', { host: `127.0.0.1:${port}`, origin: 'null' }, false],
];

test('only this machine and its own page are accepted, over HTTP and on both sockets', async () => {
  const { url } = await openDiscord();
  const { port } = new URL(url);
  for (const [who, headers, letIn] of doors(port)) {
    expect([who, await httpStatus(port, headers)]).toEqual([who, letIn ? 200 : 403]);
    expect([who, await socketStatus(port, '/gateway', headers)]).toEqual([who, letIn ? 101 : 403]);
    expect([who, await socketStatus(port, '/people', headers)]).toEqual([who, letIn ? 101 : 403]);
  }
});

function httpStatus(port: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/api/v10/gateway', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

function socketStatus(
  port: string,
  door: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${door}`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('error', reject);
  });
}
