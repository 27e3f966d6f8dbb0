import type { Context, MiddlewareHandler } from 'hono';
import { clientOf } from './address.ts';
import { mildLanguageOf } from './language.ts';
import type { Metrics } from './metrics.ts';
import type { HttpParts } from './parts.ts';
import { TooMany, troubleAnswer } from './trouble.ts';

/** Any page may read what is public. Hono's `cors` sets its headers first, and then each body is copied. */
const PUBLIC = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
};

/**
 * What every request goes through: the limit, the headers for other origins, the metrics. Look-ups are limited apart from
 * all else, so that a page that loads or a monitor that asks for /health takes no look-up away from its network.
 * `functions` are the names of the functions by the first part of their paths.
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
    troubleAnswer(context, new TooMany(wait), mildLanguageOf(context), log);

  return async (context, next) => {
    const started = clock();
    const [, first = ''] = context.req.path.split('/', 2);
    const route = functions.get(first);
    const kind = route === undefined ? 'other' : 'look-up';
    const wait = limits.take(`${kind} ${clientOf(context, proxies)}`);
    if (wait > 0) context.res = refuse(context, wait);
    else await next();
    if (first !== 'metrics')
      for (const [name, value] of Object.entries(PUBLIC)) context.res.headers.set(name, value);
    metrics.requested({ route: route ?? 'other', status: context.res.status, ms: clock() - started });
  };
}
