import type { Context, MiddlewareHandler } from 'hono';
import { clientOf } from './address.ts';
import { errorLanguageOf } from './language.ts';
import type { Metrics } from './metrics.ts';
import type { HttpParts } from './parts.ts';
import { TooMany, troubleAnswer } from './trouble.ts';

/** Any web page may read these answers. Hono's `cors` sets its headers before the handler, which copies each body. */
const PUBLIC = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
};

/**
 * The middleware of every request: rate limit, CORS headers, metrics. Functions have a rate limit of their own, so that loading
 * /docs or polling /health does not use it up. `functions` are the names of the functions by the first part of their paths.
 */
export function receive(
  { limits, clock, log }: HttpParts,
  {
    proxies,
    metrics,
    functions,
  }: { proxies: number; metrics: Metrics; functions: ReadonlyMap<string, string> },
): MiddlewareHandler {
  const refuse = (context: Context, wait: number) =>
    troubleAnswer(context, new TooMany(wait), errorLanguageOf(context), log);

  return async (context, next) => {
    const started = clock();
    const [, first = ''] = context.req.path.split('/', 2);
    const route = functions.get(first);
    const kind = route === undefined ? 'other' : 'function';
    const wait = limits.take(`${kind} ${clientOf(context, proxies)}`);
    if (wait > 0) context.res = refuse(context, wait);
    else await next();
    if (first !== 'metrics')
      for (const [name, value] of Object.entries(PUBLIC)) context.res.headers.set(name, value);
    metrics.requested({ route: route ?? 'other', status: context.res.status, ms: clock() - started });
  };
}
