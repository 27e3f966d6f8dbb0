import { isIP, isIPv4 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { expandIPv6 } from 'hono/utils/ipaddr';

/** Loopback addresses as `networkOf` writes them. */
const LOOPBACK = /^127\.|^::1$/u;

/**
 * The network that asks, as `networkOf` writes it. Behind `proxies` proxies of our own it is of the address that the
 * outermost of them saw: the entries of X-Forwarded-For to its left are written by the client. Without proxies, or where
 * that entry is no address, it is the connection's own.
 */
export function clientOf(context: Context, proxies: number): string {
  const seen = getConnInfo(context).remote.address ?? '';
  if (proxies === 0) return networkOf(seen);
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').at(-proxies)?.trim() ?? '';
  const address = withoutPort(forwarded);
  return networkOf(isIP(address) === 0 ? seen : address);
}

/** Whether a program on this machine asks. A request that a proxy on it forwards does not count. */
export function isLocal(context: Context, proxies: number): boolean {
  const forwarded = context.req.header('x-forwarded-for') ?? context.req.header('forwarded');
  return (proxies > 0 || forwarded === undefined) && LOOPBACK.test(clientOf(context, proxies));
}

/**
 * The key under which an address is limited. One customer has a whole /64 of IPv6, so all of it is one key; an IPv4 address
 * in IPv6 notation is the IPv4 address. An IPv6 loopback stays "::1".
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const groups = expandIPv6(address.replace(/%.*$/u, '').toLowerCase()).split(':');
  const [high, low] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  const isZero = (from: number, to: number) => groups.slice(from, to).every((group) => group === '0000');
  if (isZero(0, 5) && groups[5] === 'ffff' && high !== undefined && low !== undefined)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  if (isZero(0, 7) && low === 1) return '::1';
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Some proxies write "1.2.3.4:5678" or "[2001:db8::1]:5678". */
function withoutPort(forwarded: string): string {
  const [, inBrackets] = /^\[([^\]]+)\](?::\d+)?$/u.exec(forwarded) ?? [];
  if (inBrackets !== undefined) return inBrackets;
  const [host = ''] = forwarded.split(':');
  return isIPv4(host) ? host : forwarded;
}
