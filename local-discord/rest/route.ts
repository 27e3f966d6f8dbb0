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

/** Returns the parts of a path that a pattern names (`/users/:id`), or undefined when it does not fit. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}
