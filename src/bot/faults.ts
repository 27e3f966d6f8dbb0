import { setTimeout as delay } from 'node:timers/promises';
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes as Codes } from 'discord-api-types/v10';
import type { Log } from '../lib/log.ts';

/** Discord's codes of temporary refusals. 40333 comes from the network in front of Discord. */
const TEMPORARY = new Set<unknown>([
  40_333,
  Codes.APIResourceOverloaded,
  Codes.ServiceResourceIsBeingRateLimited,
  Codes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  Codes.ChannelWriteRateLimit,
  Codes.ServerWriteRateLimit,
  Codes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
]);

/** Error codes of a network that does not reach Discord. */
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

/** Whether Discord answered 401: it rejects the token, at least for the moment. */
export const isUnauthorized = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 401 && error.code === 0;

/**
 * Discord's error code if Discord refused the request for good, so that a retry would be refused too. `undefined` for an
 * outage, a rate limit, a 401, and a response that is not Discord's JSON.
 */
export function refusalOf(error: unknown): number | undefined {
  if (!(error instanceof DiscordAPIError) || isUnauthorized(error)) return undefined;
  const { status, code } = error;
  const isRefusal = typeof code === 'number' && status >= 400 && status < 500 && status !== 408;
  return isRefusal && !TEMPORARY.has(code) ? code : undefined;
}

/** Whether a request failed for a temporary reason. False for refusals, a 401 and errors of the bot's code. */
export function isTemporary(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return refusalOf(error) === undefined && !isUnauthorized(error);
  if (error instanceof HTTPError || error instanceof RateLimitError) return true;
  if (!(error instanceof Error)) return false;
  const { name, code, cause } = error as Error & { code?: unknown };
  // A SyntaxError is a body that is not JSON although its content type says so.
  return name === 'AbortError' || name === 'SyntaxError' || UNREACHABLE.has(code) || isTemporary(cause);
}

/** The Retry-After of this error in ms; 0 if it has none. */
export const retryAfterOf = (error: unknown): number =>
  error instanceof RateLimitError && Number.isFinite(error.retryAfter) ? Math.max(0, error.retryAfter) : 0;

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/**
 * The result of `request`, which is retried for as long as Discord is down or unreachable: after 1 s, then with pauses that
 * double up to a minute (longer if Discord's Retry-After says so). Each retry is logged. Other errors are thrown. Rejects when
 * `signal` is aborted during a pause.
 */
export async function retryUntilReachable<Result>(
  request: () => Promise<Result>,
  log: Log,
  signal?: AbortSignal,
): Promise<Result> {
  for (let pause = FIRST_MS; ; pause = Math.min(2 * pause, LONGEST_MS)) {
    try {
      return await request();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      const wait = Math.max(pause, retryAfterOf(error));
      log.warn({ error, seconds: wait / 1000 }, 'Discord cannot be reached, trying again');
      await delay(wait, undefined, { signal });
    }
  }
}

/**
 * The result of `request`, which is retried once after each of the pauses (in ms) while `isRetryable`. Throws the last error,
 * and any other error immediately.
 */
export async function retry<Result>(
  request: () => Promise<Result>,
  pauses: readonly number[],
  isRetryable: (error: unknown) => boolean = isTemporary,
): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await request();
    } catch (error) {
      if (!isRetryable(error)) throw error;
      await delay(pause);
    }
  }
  return request();
}
