import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterTest } from '../../support/endings.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Served {
  url: string;
  /** The headers of every request, in order. */
  requests: IncomingHttpHeaders[];
  close(): void;
}

/** A server on loopback that gives the first answer to the first request and so on; the last one stays. */
export async function serve(...answers: Answer[]): Promise<Served> {
  const requests: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request.headers);
    answer?.(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const served: Served = {
    url: `http://127.0.0.1:${port}/archive.zip`,
    requests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  afterTest(served.close);
  return served;
}

interface Sent {
  etag?: string | undefined;
  /** The part of the file after which the line is cut. */
  cutAt?: number;
  /** The part of the file after which nothing more comes, on an open line. */
  silentAt?: number;
  ranges?: boolean;
  ignoresIfRange?: boolean;
  headers?: Record<string, string>;
}

/** Sends a file as a good server does, or as one with the named fault. */
export function file(bytes: Buffer, sent: Sent = {}): Answer {
  const { cutAt, silentAt, headers } = sent;
  const etag = 'etag' in sent ? sent.etag : '"one"';
  return (request, response) => {
    const start = startOf(request.headers, bytes, etag, sent);
    if (start > 0 && start >= bytes.length) return void response.writeHead(416).end();
    const last = bytes.length - 1;
    response.writeHead(start > 0 ? 206 : 200, {
      'content-type': 'application/zip',
      'content-length': bytes.length - start,
      ...(etag === undefined ? {} : { etag }),
      ...(start > 0 ? { 'content-range': `bytes ${start}-${last}/${bytes.length}` } : {}),
      ...headers,
    });
    const stop = cutAt ?? silentAt;
    if (stop === undefined) return void response.end(bytes.subarray(start));
    response.write(bytes.subarray(start, stop), () => cutAt !== undefined && response.socket?.destroy());
  };
}

function startOf(headers: IncomingHttpHeaders, bytes: Buffer, etag: string | undefined, sent: Sent): number {
  const start = Number(/^bytes=(\d+)-$/u.exec(headers.range ?? '')?.[1] ?? 0);
  const isCurrent = sent.ignoresIfRange || headers['if-range'] === etag;
  return sent.ranges !== false && isCurrent && start <= bytes.length ? start : 0;
}

/** Answers with a status and nothing else. */
export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (_, response) => void response.writeHead(code, headers).end();
}

/** Sends a file in chunks, without saying how long it is, and may cut the line. */
export function chunked(bytes: Buffer, cutAt?: number): Answer {
  return (_, response) => {
    response.writeHead(200, { etag: '"one"' });
    if (cutAt === undefined) response.end(bytes);
    else response.write(bytes.subarray(0, cutAt), () => response.socket?.destroy());
  };
}
