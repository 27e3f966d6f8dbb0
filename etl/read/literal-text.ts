import { OperatorError, type Sentence } from '../../src/lib/sentence.ts';
import { wording } from '../wording.ts';

/** A malformed literal; `offset` counts UTF-16 code units from the start of the text. */
export class LiteralError extends OperatorError {
  readonly offset: number;
  constructor(sentence: Sentence, offset: number) {
    super(sentence);
    this.offset = offset;
  }
}

/** A text and the position of the parser in it. */
export interface LiteralCursor {
  readonly text: string;
  at: number;
  depth: number;
  /** The position of the next backslash: a string without one is a single slice. */
  backslash: number;
}

const TAB = 9;
const LINE_FEED = 10;
const FORM_FEED = 12;
const RETURN = 13;
const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const SINGLE_QUOTE = 39;

/** Throws a LiteralError. At the end of the text, the cause is always a truncated literal. */
export function fail(cursor: LiteralCursor, what: Sentence, at = cursor.at): never {
  throw new LiteralError(at >= cursor.text.length ? wording.literalCut : what, at);
}

export function skipSpace(cursor: LiteralCursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at);
    const isSpace =
      code === SPACE || code === LINE_FEED || code === TAB || code === RETURN || code === FORM_FEED;
    if (!isSpace) return;
    cursor.at++;
  }
}

/** Parses adjacent strings as one, as Python does: 'a' 'b' is 'ab'. */
export function parseStrings(cursor: LiteralCursor): string {
  let value = parseString(cursor);
  for (;;) {
    skipSpace(cursor);
    const code = cursor.text.charCodeAt(cursor.at);
    if (code !== SINGLE_QUOTE && code !== DOUBLE_QUOTE) return value;
    value += parseString(cursor);
  }
}

function parseString(cursor: LiteralCursor): string {
  const { text } = cursor;
  const start = cursor.at + 1;
  const quote = text.charAt(cursor.at);
  let end = text.indexOf(quote, start);
  if (cursor.backslash < start) cursor.backslash = findBackslash(text, start);
  if (end !== -1 && cursor.backslash > end) {
    cursor.at = end + 1;
    return checkLines(cursor, text.slice(start, end), start);
  }
  end = endOfEscaped(text, start, quote);
  if (end === -1) fail(cursor, wording.textNotClosed, text.length);
  cursor.at = end + 1;
  return decodeEscapes(cursor, text.slice(start, end), start);
}

function findBackslash(text: string, from: number): number {
  const found = text.indexOf('\\', from);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

function endOfEscaped(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === quote) return at;
    if (char === '\\') at++;
  }
  return -1;
}

function checkLines(cursor: LiteralCursor, value: string, start: number): string {
  const line = value.search(/[\n\r\0]/);
  if (line !== -1) fail(cursor, wording.lineBreak, start + line);
  return value;
}

const escapes = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r\n|[\s\S]|$))/g;
const simpleEscapes: Record<string, string> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
  '\r': '',
  '\r\n': '',
};

function decodeEscapes(cursor: LiteralCursor, raw: string, start: number): string {
  checkLines(
    cursor,
    raw.replace(/\\(?:\r\n|[\n\r])/g, (line) => ' '.repeat(line.length)),
    start,
  );
  return raw.replace(escapes, (whole, octal?: string, x?: string, u?: string, wide?: string, simple = '') => {
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    const hex = x ?? u ?? wide;
    if (hex !== undefined) return fromHex(cursor, hex, start);
    if ('xuUN'.includes(simple)) fail(cursor, wording.escapeIncomplete(simple), start);
    return simpleEscapes[simple] ?? whole;
  });
}

function fromHex(cursor: LiteralCursor, hex: string, start: number): string {
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff) fail(cursor, wording.beyondUnicode, start);
  return String.fromCodePoint(code);
}
