import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Of the machine itself, in IPv4, IPv6 and IPv4 written as IPv6. */
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/u;

/**
 * The address that asks. Behind `proxies` proxies of our own it is what the outermost of them saw, for what stands left
 * of that in X-Forwarded-For is written by whoever asks; without proxies the header means nothing.
 */
export function addressOf(context: Context, proxies: number): string {
  const seen = getConnInfo(context).remote.address ?? '';
  if (proxies === 0) return seen;
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  return forwarded.at(-proxies) || seen;
}

/** Whether this machine itself asks: what a proxy on it passes on does not count. */
export function isLocal(context: Context, proxies: number): boolean {
  const passedOn = context.req.header('x-forwarded-for') ?? context.req.header('forwarded');
  return (proxies > 0 || passedOn === undefined) && LOOPBACK.test(addressOf(context, proxies));
}
