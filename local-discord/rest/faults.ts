import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { RestFault } from '../world.ts';

/** What Discord says of a status when the fault names no code of its own. */
const sentences: Record<number, string> = {
  429: 'You are being rate limited.',
  500: '500: Internal Server Error',
  502: '502: Bad Gateway',
  503: '503: Service Unavailable',
};

/** Lets a fault befall a request; gives whether the request was refused by it. */
export async function befall(
  { delayMs, status, code = 0, retryAfter = 1 }: RestFault,
  response: ServerResponse,
): Promise<boolean> {
  if (delayMs !== undefined) await delay(delayMs);
  if (status === undefined) return false;
  const message = sentences[status] ?? `${status}: Refused`;
  response.setHeader('content-type', 'application/json');
  if (status === 429) response.setHeader('retry-after', retryAfter).setHeader('x-ratelimit-scope', 'shared');
  const body = status === 429 ? { message, code, retry_after: retryAfter, global: false } : { message, code };
  response.writeHead(status).end(JSON.stringify(body));
  return true;
}
