import type { IncomingMessage } from 'node:http';
import type { World } from '../world.ts';

/**
 * Whether a request comes from this machine and from no other site: the Host must be ours (else a name on the web
 * could be pointed at us), and an Origin, which browsers send, must be ours too.
 */
export function isOwnVisitor({ origin }: World, { headers }: IncomingMessage): boolean {
  const { port } = new URL(origin);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const isHost = hosts.includes(headers.host ?? '');
  return (
    isHost && (headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`))
  );
}
