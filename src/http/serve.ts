import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Watch } from '../contract/watch.ts';
import { describePortError } from '../lib/config.ts';
import { OperatorError } from '../lib/sentence.ts';
import { createHttpApp } from './app.ts';
import { connectionLimits, createBoundedServer } from './connections.ts';
import type { HttpOptions, HttpParts } from './parts.ts';

/** Time limit, in ms, of answers under way after a stop; then their connections are closed. */
const LEAVE_MS = 5000;

export interface Http {
  url: string;
  watch: Watch;
  /** Accepts no more requests and resolves when the answers under way are sent. */
  stop(): Promise<void>;
}

/** Serves until stopped. Throws an error of one line if the port cannot be opened. */
export async function startHttp(parts: HttpParts, options: HttpOptions): Promise<Http> {
  const { port, host } = options;
  const { app, watch } = createHttpApp(parts, options);
  const limits = { ...connectionLimits, ...options.connections };
  const server = createBoundedServer(getRequestListener(app.fetch), limits);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new OperatorError(describePortError('PORT', { port, host }, error), { cause: error });
  }
  const { port: open } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${open}`,
    watch,
    async stop() {
      const cut = setTimeout(() => server.closeAllConnections(), LEAVE_MS);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(cut);
    },
  };
}
