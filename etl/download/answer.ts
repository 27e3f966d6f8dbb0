import { OperatorError, type Sentence } from '../../src/lib/sentence.ts';
import { Problem } from '../problem.ts';
import { codeOf } from './files.ts';
import type { Origin } from './partial.ts';
import { wording } from './wording.ts';

const transientStatuses = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Throws if a response has no bytes of an archive: an Interruption if a retry may help, else a Problem. `isRange`: whether the
 * request had a Range header.
 */
export function checkResponse(response: Response, from: string, isRange: boolean, now: number): void {
  const { status, headers } = response;
  if (transientStatuses.has(status))
    throw new Interruption(wording.status(status), retryAfter(headers.get('retry-after'), now));
  if (status === 404 || status === 410) throw new Problem(wording.notFound(from, status));
  if (status === 401 || status === 403) throw new Problem(wording.forbidden(from, status));
  if (status !== 200 && !(status === 206 && isRange)) throw new Problem(wording.notTaken(from, status));
  if (/^(?:text\/html|application\/xhtml)/iu.test(headers.get('content-type') ?? ''))
    throw new Problem(wording.webPage(from));
}

/** The header Retry-After (seconds or a date) in milliseconds. */
function retryAfter(value: string | null, now: number): number {
  if (value === null) return 0;
  const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return ms > 0 ? ms : 0;
}

/** The file that a response comes from. A weak ETag is ignored: it does not guarantee equal bytes. */
export function describeOrigin({ status, headers }: Response, from: string): Origin {
  const etag = headers.get('etag');
  const isEncoded = headers.has('content-encoding');
  const size = status === 206 ? readRange(headers)?.size : headers.get('content-length');
  return {
    from,
    etag: etag?.startsWith('"') ? etag : null,
    modified: headers.get('last-modified'),
    // fetch decodes the body, so the length of an encoded one is unknown.
    size: size === null || size === undefined || isEncoded ? null : Number(size),
  };
}

/** Whether a partial response, or a 416, does not continue the `received` bytes of the part. */
export function isMismatch(response: Response, origin: Origin, received: number): boolean {
  if (response.status !== 206) return response.status === 416;
  const continues = readRange(response.headers)?.start === received;
  return !continues || !isSameFile(origin, describeOrigin(response, origin.from));
}

/** Whether everything that both descriptions state is equal. */
export function isSameFile(before: Origin, after: Origin): boolean {
  const keys = ['etag', 'modified', 'size'] as const;
  return keys.every((key) => before[key] === null || after[key] === null || before[key] === after[key]);
}

/** Content-Range: the first byte, and the size of the whole file, null if unknown. */
function readRange(headers: Headers): { start: number; size: number | null } | undefined {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/u.exec(headers.get('content-range') ?? '');
  if (match === null) return undefined;
  return { start: Number(match[1]), size: match[2] === '*' ? null : Number(match[2]) };
}

/** A failure that a retry may fix. `wait` is the server's Retry-After in milliseconds. */
export class Interruption extends OperatorError {
  override readonly name = 'Interruption';
  readonly wait: number;

  constructor(sentence: Sentence, wait = 0) {
    super(sentence);
    this.wait = wait;
  }
}

const sentences: Record<string, Sentence> = {
  ECONNREFUSED: wording.refused,
  ENOTFOUND: wording.unknownHost,
  EAI_AGAIN: wording.unknownHost,
  ECONNRESET: wording.cut,
  UND_ERR_SOCKET: wording.cut,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: wording.cut,
};

/** An Interruption for an error of fetch or of reading its body; the reason is in the error's cause. */
export function explainFetch(error: unknown): Interruption {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Interruption(sentences[code] ?? wording.noConnection(code || message));
}
