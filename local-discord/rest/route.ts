import type { World } from '../world.ts';
import type { Body } from './body.ts';

/** What a route is given: the parts of the path, the query and the body. */
export type Call = { world: World; params: Record<string, string>; query: URLSearchParams; body: Body };

/** What it returns: a value to send as JSON with 200 (or `status`), or nothing for 204. */
export type Reply = { json: unknown; status?: number } | undefined;

/** One of Discord's routes. `open` routes are guarded by a token in their path, the others by the bot's token. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  open?: boolean;
  handle: (call: Call) => Reply;
};

/**
 * Returns what reads the parts that a pattern names (`/users/:id`) out of a path split at its slashes; it gives undefined
 * when the path does not fit.
 */
export function readerOf(pattern: string): (path: readonly string[]) => Record<string, string> | undefined {
  const wanted = pattern.split('/').map((part) => ({ part, name: part.startsWith(':') && part.slice(1) }));
  return (given) => {
    const fits =
      wanted.length === given.length && wanted.every(({ part, name }, at) => name || part === given[at]);
    if (!fits) return undefined;
    return Object.fromEntries(wanted.flatMap(({ name }, at) => (name ? [[name, given[at] ?? '']] : [])));
  };
}
