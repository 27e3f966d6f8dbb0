import { Problem } from '../problem.ts';
import { Interruption } from './interruption.ts';
import type { Origin } from './partial.ts';
import { wording } from './report.ts';

const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Throws for an answer that holds no bytes of an archive: an Interruption where waiting may help, else a Problem.
 * `askedRest` says whether a part of the file was asked for.
 */
export function refuse(response: Response, from: string, askedRest: boolean, now: number): void {
  const { status, headers } = response;
  if (passing.has(status))
    throw new Interruption(wording.status(status), retryAfter(headers.get('retry-after'), now));
  if (status === 404 || status === 410) throw new Problem(wording.notFound(from, status));
  if (status === 401 || status === 403) throw new Problem(wording.forbidden(from, status));
  if (status !== 200 && !(status === 206 && askedRest)) throw new Problem(wording.notTaken(from, status));
  if (/^(?:text\/html|application\/xhtml)/iu.test(headers.get('content-type') ?? ''))
    throw new Problem(wording.webPage(from));
}

/** The header Retry-After in milliseconds: it holds seconds or a date. */
function retryAfter(value: string | null, now: number): number {
  if (value === null) return 0;
  const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return ms > 0 ? ms : 0;
}

/** What an answer says of the file it comes from. A weak ETag is left out: it does not promise equal bytes. */
export function describeOrigin({ status, headers }: Response, from: string): Origin {
  const etag = headers.get('etag');
  const isCoded = headers.has('content-encoding');
  const size = status === 206 ? readRange(headers)?.size : headers.get('content-length');
  return {
    from,
    etag: etag?.startsWith('"') ? etag : null,
    modified: headers.get('last-modified'),
    // fetch decodes a coded body, so that its length says nothing.
    size: size === null || size === undefined || isCoded ? null : Number(size),
  };
}

/** Whether the rest that a server sends, or refuses with 416, is not the rest of what has arrived. */
export function isUnfit(response: Response, origin: Origin, held: number): boolean {
  if (response.status !== 206) return response.status === 416;
  const isRest = readRange(response.headers)?.start === held;
  return !isRest || !isSameFile(origin, describeOrigin(response, origin.from));
}

/** Whether nothing that both descriptions tell differs. */
export function isSameFile(before: Origin, after: Origin): boolean {
  const keys = ['etag', 'modified', 'size'] as const;
  return keys.every((key) => before[key] === null || after[key] === null || before[key] === after[key]);
}

/** Content-Range: where the bytes start, and the size of the whole file, null where it is not told. */
function readRange(headers: Headers): { start: number; size: number | null } | undefined {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/u.exec(headers.get('content-range') ?? '');
  if (match === null) return undefined;
  return { start: Number(match[1]), size: match[2] === '*' ? null : Number(match[2]) };
}
