import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** The first chunk holds at least this much of the file, or all of it: enough to detect encoding and dialect. */
export const HEAD_BYTES = 64 * 1024;

/**
 * Yields a text file as UTF-8 without a byte order mark; the first chunk is the head of the file. UTF-16 is recognised by its
 * mark or its zero bytes; the first non-ASCII bytes distinguish UTF-8 from Windows-1252, a superset of Latin-1. Calls
 * `onEncoding` if the file is not UTF-8.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  onEncoding: (encoding: string) => void = () => undefined,
): AsyncGenerator<Buffer> {
  let encoding: string | undefined;
  let decoder: TextDecoder | undefined;
  let isHead = true;
  for await (const chunk of withHead(chunks)) {
    encoding ??= findEncoding(chunk, isHead);
    if (encoding !== undefined && encoding !== UTF8 && decoder === undefined) {
      decoder = new TextDecoder(encoding);
      onEncoding(encoding);
    }
    const bytes = decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
    yield isHead ? withoutPreamble(bytes) : bytes;
    isHead = false;
  }
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
}

/** The head of a text file as UTF-8, as `toUtf8` yields it. */
export function headToUtf8(head: Buffer): Buffer {
  const encoding = findEncoding(head, true) ?? UTF8;
  return withoutPreamble(encoding === UTF8 ? head : Buffer.from(new TextDecoder(encoding).decode(head)));
}

const UTF8 = 'utf-8';

/** `undefined` while everything is ASCII. */
const findEncoding = (chunk: Buffer, isHead: boolean): string | undefined =>
  (isHead ? findUtf16(chunk) : undefined) ?? findEightBit(chunk);

async function* withHead(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const head: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (size >= HEAD_BYTES) yield chunk;
    else {
      head.push(chunk);
      size += chunk.length;
      if (size >= HEAD_BYTES) yield Buffer.concat(head);
    }
  }
  if (size < HEAD_BYTES) yield Buffer.concat(head);
}

function findUtf16(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const start = head.subarray(0, 1000);
  const zeros = [0, 0];
  for (let at = 0; at < start.length; at++) if (start[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // In UTF-16, every other byte of Latin letters is zero.
  if (odd > start.length / 4 && even === 0) return 'utf-16le';
  return even > start.length / 4 && odd === 0 ? 'utf-16be' : undefined;
}

/** A few invalid bytes do not make a UTF-8 file Windows-1252. */
function findEightBit(chunk: Buffer): string | undefined {
  if (isAscii(chunk)) return undefined;
  if (isUtf8(chunk)) return UTF8;
  const text = new TextDecoder().decode(chunk, { stream: true });
  let invalid = 0;
  let valid = 0;
  for (const char of text)
    if (char === '\ufffd') invalid++;
    else if (char > '\x7f') valid++;
  return invalid > valid ? 'windows-1252' : UTF8;
}

/** Drops a byte order mark and the line `sep=;` that some spreadsheets write first. */
function withoutPreamble(head: Buffer): Buffer {
  const bytes = head.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf)) ? head.subarray(3) : head;
  const line = /^"?sep=."?(?:\r\n|\r|\n)/i.exec(bytes.toString('latin1', 0, 12))?.[0];
  return line === undefined ? bytes : bytes.subarray(line.length);
}
