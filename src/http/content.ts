import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';

const compress = promisify(gzip);

/** Bodies below this many bytes are not compressed: they fit into one packet. */
const COMPRESSED_FROM = 1024;

/** A successful answer. It compresses its body once, however often it is sent. */
export interface Content {
  body: string | NonSharedBuffer;
  headers: Record<string, string>;
  tag: string;
  gzipped(): Promise<NonSharedBuffer>;
}

/**
 * A body with its headers, including Content-Type. The ETag is a hash of the body, so it changes with the data and with the
 * code. It is weak because the compressed body has the same ETag.
 */
export function createContent(body: Content['body'], headers: Record<string, string>): Content {
  let zipped: Promise<NonSharedBuffer> | undefined;
  return {
    body,
    headers,
    tag: `W/"${hash('sha1', body, 'base64url')}"`,
    gzipped() {
      zipped ??= compress(body);
      return zipped;
    },
  };
}

/**
 * The response: 304 if the client has this content, compressed if the client accepts gzip. Hono's `etag` and `compress` would
 * copy and compress the body for each request.
 */
export async function send(context: Context, content: Content): Promise<Response> {
  const { body, headers, tag } = content;
  const bytes = Buffer.byteLength(body);
  const compressible = bytes >= COMPRESSED_FROM && headers['Content-Type']?.startsWith('image/') !== true;
  const described = {
    ...headers,
    ETag: tag,
    ...(compressible && { Vary: [headers.Vary, 'Accept-Encoding'].filter(Boolean).join(', ') }),
  };
  if (isFresh(context, tag)) return new Response(null, { status: 304, headers: described });
  if (!compressible || !takesGzip(context))
    return new Response(body, { headers: { ...described, 'Content-Length': String(bytes) } });
  const zipped = await content.gzipped();
  const length = String(zipped.byteLength);
  return new Response(zipped, {
    headers: { ...described, 'Content-Encoding': 'gzip', 'Content-Length': length },
  });
}

/** Whether If-None-Match has the tag, by weak comparison (RFC 9110, 13.1.2). */
function isFresh(context: Context, tag: string): boolean {
  const known = context.req.header('if-none-match');
  if (known === undefined) return false;
  const strong = tag.replace(/^W\//u, '');
  return known.trim() === '*' || [...known.matchAll(/"[^"]*"/gu)].some(([tagged]) => tagged === strong);
}

function takesGzip(context: Context): boolean {
  const header = context.req.header('accept-encoding');
  if (header === undefined) return false;
  const accepted = parseAccept(header);
  const named = (name: string) => accepted.find(({ type }) => type.toLowerCase() === name);
  return ((named('gzip') ?? named('*'))?.q ?? 0) > 0;
}
