import { isIP, isIPv4 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { expandIPv6 } from 'hono/utils/ipaddr';

/** Loopback addresses as `networkOf` writes them. */
const LOOPBACK = /^127\.|^::1$/u;

/**
 * The client's network, as `networkOf` writes it. Behind `proxies` proxies of our own, it comes from the X-Forwarded-For entry of the
 * outermost proxy; the client can write the entries to its left. Without proxies, or if that entry is not an address, it
 * comes from the connection.
 */
export function clientOf(context: Context, proxies: number): string {
  const connected = getConnInfo(context).remote.address ?? '';
  if (proxies === 0) return networkOf(connected);
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').at(-proxies)?.trim() ?? '';
  const address = withoutPort(forwarded);
  return networkOf(isIP(address) === 0 ? connected : address);
}

/** Whether the client is a program on this machine. A request that a local proxy forwards does not count. */
export function isLocal(context: Context, proxies: number): boolean {
  const forwarded = context.req.header('x-forwarded-for') ?? context.req.header('forwarded');
  return (proxies > 0 || forwarded === undefined) && LOOPBACK.test(clientOf(context, proxies));
}

/**
 * The rate-limit key of an address. A whole IPv6 /64 is one key, because one customer has all of it. An IPv4-mapped IPv6
 * address counts as IPv4. The IPv6 loopback stays "::1".
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
