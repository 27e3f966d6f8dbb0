import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** The limits of one connection and of all connections together. Times are in ms. */
export const connectionLimits = {
  /** Open connections. One more closes the connection that has been idle for the longest time. */
  connections: 1000,
  /** Unanswered requests of one connection. One more closes it. */
  pipelined: 64,
  /** Until a request's headers are complete, from its first byte or from the opening of the connection. */
  headersMs: 10_000,
  /** Until a request is complete. */
  requestMs: 15_000,
  /** Idle time between an answer and the next request. */
  keepAliveMs: 5_000,
  /** Idle time during a request or answer. */
  silenceMs: 15_000,
  /** Until the client has read an answer completely. */
  answerMs: 60_000,
  /** Interval at which these times are checked. */
  checkMs: 1_000,
};
export type ConnectionLimits = typeof connectionLimits;

interface Connection {
  unanswered: number;
  /** When the oldest unanswered request arrived, by the monotonic clock. */
  since: number;
}

/**
 * An HTTP server with bounded memory. Node alone handles all pipelined requests at once, buffers the answers until the client
 * reads them, and never gives up on a client that does not read.
 */
export function createBoundedServer(listener: RequestListener, limits: ConnectionLimits): Server {
  /** Least recently active first. */
  const connections = new Map<Socket, Connection>();
  const server = createServer({ connectionsCheckingInterval: limits.checkMs }, (request, response) => {
    const { socket } = request;
    const connection = connections.get(socket);
    // One chunk can hold several requests: these arrive after the connection was closed.
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
    // No route takes a body, so a request with a body closes the connection.
    if (hasBody(request.headers)) response.shouldKeepAlive = false;
    listener(request, response);
  });
  // `maxConnections` would refuse new clients while idle or slow clients use all connections.
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
  // Without a `timeout` listener, Node itself closes an idle connection.
  server.timeout = limits.silenceMs;
  return server;
}

const hasBody = (headers: NodeJS.Dict<string | string[]>) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
