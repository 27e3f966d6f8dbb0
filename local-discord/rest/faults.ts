import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { RestFault } from '../state.ts';

/** Discord's message for a status. */
const messages: Record<number, string> = {
  401: '401: Unauthorized',
  429: 'You are being rate limited.',
  500: '500: Internal Server Error',
  502: '502: Bad Gateway',
  503: '503: Service Unavailable',
};

/** Applies a fault to a request: waits, then refuses it if the fault has a status. Returns whether it was refused. */
export async function applyFault(
  { delayMs, status, code = 0, retryAfter = 1, cloudflare = false }: RestFault,
  response: ServerResponse,
): Promise<boolean> {
  if (delayMs !== undefined) await delay(delayMs);
  if (status === undefined) return false;
  if (status === 429 && retryAfter !== null) response.setHeader('retry-after', retryAfter);
  if (cloudflare) {
    response.writeHead(status, { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' });
    response.end(`<!DOCTYPE html><title>Access denied | discord.com used Cloudflare</title>${status}`);
    return true;
  }
  const message = code === 40_333 ? 'internal network error' : (messages[status] ?? `${status}: Refused`);
  response.setHeader('content-type', 'application/json');
  if (status === 429) response.setHeader('x-ratelimit-scope', 'shared');
  const body = status === 429 ? { message, code, retry_after: retryAfter, global: false } : { message, code };
  response.writeHead(status).end(JSON.stringify(body));
  return true;
}
