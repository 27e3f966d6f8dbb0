import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes as Codes } from 'discord-api-types/v10';

/** Discord's codes of refusals that pass by themselves. 40333 comes from the network in front of Discord. */
const PASSING = new Set<unknown>([
  40_333,
  Codes.APIResourceOverloaded,
  Codes.ServiceResourceIsBeingRateLimited,
  Codes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  Codes.ChannelWriteRateLimit,
  Codes.ServerWriteRateLimit,
  Codes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
]);

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

/** Discord answered 401: it does not take the token, at least for the moment. */
export const isUnauthorized = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 401 && error.code === 0;

/**
 * Discord's own code where Discord itself refused a request, so that the same request would be refused again. Undefined for
 * everything else a request can fail with: an outage, a rate limit, a 401, or an answer that is not Discord's JSON.
 */
export function refusalOf(error: unknown): number | undefined {
  if (!(error instanceof DiscordAPIError) || isUnauthorized(error)) return undefined;
  const { status, code } = error;
  const isDiscords = typeof code === 'number' && status >= 400 && status < 500 && status !== 408;
  return isDiscords && !PASSING.has(code) ? code : undefined;
}

/** Whether a request failed for a reason that passes by itself. False for refusals, for a 401 and for errors of our own. */
export function isPassing(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return refusalOf(error) === undefined && !isUnauthorized(error);
  if (error instanceof HTTPError || error instanceof RateLimitError) return true;
  if (!(error instanceof Error)) return false;
  const { name, code, cause } = error as Error & { code?: unknown };
  // A SyntaxError is a body that says it is JSON and is not.
  return name === 'AbortError' || name === 'SyntaxError' || UNREACHABLE.has(code) || isPassing(cause);
}

/** How long Discord wants to be left alone after this error, in milliseconds; 0 where it does not say. */
export const retryAfterOf = (error: unknown): number =>
  error instanceof RateLimitError && Number.isFinite(error.retryAfter) ? Math.max(0, error.retryAfter) : 0;
