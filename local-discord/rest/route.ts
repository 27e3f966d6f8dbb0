import type { DiscordState } from '../state.ts';
import type { Body } from './body.ts';

/** A request to a route: the parameters in its path, its query and its body. */
export type Call = {
  state: DiscordState;
  params: Record<string, string>;
  query: URLSearchParams;
  body: Body;
};

/** The response: JSON with status 200 (or `status`), or `undefined` for 204. */
export type Reply = { json: unknown; status?: number } | undefined;

/** One of Discord's routes. `open` routes need no bot token: most have a token of their own in the path. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  open?: boolean;
  handle: (call: Call) => Reply;
};

/** Returns a function that extracts the parameters of a pattern (`/users/:id`) from a split path, or `undefined` if it does not match. */
export function pathMatcher(
  pattern: string,
): (path: readonly string[]) => Record<string, string> | undefined {
  const parts = pattern.split('/').map((part) => ({ part, name: part.startsWith(':') && part.slice(1) }));
  return (path) => {
    const matches =
      parts.length === path.length && parts.every(({ part, name }, index) => name || part === path[index]);
    if (!matches) return undefined;
    return Object.fromEntries(parts.flatMap(({ name }, index) => (name ? [[name, path[index] ?? '']] : [])));
  };
}
