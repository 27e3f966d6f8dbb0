import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Watch } from '../contract/watch.ts';
import { describePortError } from '../lib/config.ts';
import { createApp } from './app.ts';
import { connectionLimits, createBoundedServer } from './connections.ts';
import type { HttpOptions, HttpParts } from './parts.ts';

/** How long answers under way may take after a stop, in ms: then their connections are cut. */
const LEAVE_MS = 5000;

export interface Http {
  url: string;
  watch: Watch;
  /** Takes no more requests and resolves when the answers under way are sent. */
  stop(): Promise<void>;
}

/** Serves until stopped. Throws one line when the port cannot be had. */
export async function startHttp(parts: HttpParts, options: HttpOptions): Promise<Http> {
  const { port, host } = options;
  const { app, watch } = createApp(parts, options);
  const limits = { ...connectionLimits, ...options.connections };
  const server = createBoundedServer(getRequestListener(app.fetch), limits);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(describePortError('PORT', { port, host }, error), { cause: error });
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
