import { setTimeout as delay } from 'node:timers/promises';
import { DiscordAPIError, HTTPError } from 'discord.js';
import type { Logger } from 'pino';

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** Error codes of a network without Discord. */
const UNREACHABLE = new Set<unknown>([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/**
 * What `ask` gives, asked again for as long as Discord is down or cannot be reached: after 1 s, then twice as long
 * each time up to a minute, with a line in the log. Any other error is thrown.
 */
export async function patiently<Result>(ask: () => Promise<Result>, log: Logger): Promise<Result> {
  for (let pause = FIRST_MS; ; pause = Math.min(2 * pause, LONGEST_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!isOutage(error)) throw error;
      log.warn({ error, seconds: pause / 1000 }, 'Discord cannot be reached, trying again');
      await delay(pause);
    }
  }
}

function isOutage(error: unknown): boolean {
  if (error instanceof HTTPError || error instanceof DiscordAPIError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  const { name, code, cause } = error as Error & { code?: unknown };
  return name === 'AbortError' || UNREACHABLE.has(code) || isOutage(cause);
}
