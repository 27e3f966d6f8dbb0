import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** What one connection, and all of them together, may take of the server. Times are in ms. */
export const connectionLimits = {
  /** Open connections. A new one beyond them closes the one that has asked nothing for the longest time. */
  connections: 1000,
  /** Requests of one connection that wait for their answers; with one more it is closed. */
  pipelined: 64,
  /** For the headers of a request, from the first byte or from the opening of the connection. */
  headersMs: 10_000,
  /** For a whole request. */
  requestMs: 15_000,
  /** Between an answer and the next request. */
  keepAliveMs: 5_000,
  /** Without a byte moved in either direction. */
  silenceMs: 15_000,
  /** For an answer to be taken whole, however slowly the client reads. */
  answerMs: 60_000,
  /** How often the times above are checked. */
  checkMs: 1_000,
};
export type ConnectionLimits = typeof connectionLimits;

interface Connection {
  unanswered: number;
  /** When the oldest unanswered request came, by the monotonic clock. */
  since: number;
}

/**
 * A server whose memory a client cannot fill. Node answers pipelined requests all at once and keeps the answers until the
 * client reads, and waits for ever for a client that does not.
 */
export function createBoundedServer(listener: RequestListener, limits: ConnectionLimits): Server {
  /** Least recently active first. */
  const connections = new Map<Socket, Connection>();
  const server = createServer({ connectionsCheckingInterval: limits.checkMs }, (request, response) => {
    const { socket } = request;
    const connection = connections.get(socket);
    // A chunk that was read before the connection was cut holds further requests.
    if (connection === undefined || socket.destroyed) return;
    connections.delete(socket);
    connections.set(socket, connection);
    if (connection.unanswered === 0) connection.since = performance.now();
    connection.unanswered++;
    if (connection.unanswered > limits.pipelined) {
      socket.destroy();
      return;
    }
    response.once('close', () => {
      connection.unanswered--;
      connection.since = performance.now();
    });
    // No route takes a body: it is discarded with the connection.
    if (hasBody(request.headers)) response.shouldKeepAlive = false;
    listener(request, response);
  });
  // `maxConnections` would refuse new clients while idle or slow ones hold every place.
  server.on('connection', (socket) => {
    const [oldest] = connections.size >= limits.connections ? connections.keys() : [];
    oldest?.destroy();
    if (oldest !== undefined) connections.delete(oldest);
    connections.set(socket, { unanswered: 0, since: 0 });
    socket.once('close', () => connections.delete(socket));
  });
  const check = setInterval(() => {
    const now = performance.now();
    for (const [socket, { unanswered, since }] of connections)
      if (unanswered > 0 && now - since > limits.answerMs) socket.destroy();
  }, limits.checkMs);
  check.unref();
  server.once('close', () => clearInterval(check));
  server.maxHeadersCount = 100;
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.keepAliveTimeout = limits.keepAliveMs;
  // Node closes a silent connection by itself as long as nobody listens for the event.
  server.timeout = limits.silenceMs;
  return server;
}

const hasBody = (headers: NodeJS.Dict<string | string[]>) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
