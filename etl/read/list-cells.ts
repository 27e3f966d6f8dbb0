import { isDict, type Literal, parseCell } from './literal.ts';
import { DOUBLE_QUOTE, type LiteralCursor, parseStrings, SINGLE_QUOTE } from './literal-text.ts';

/** The values of one dict under the requested keys, in the order of the keys; `undefined` if it lacks a key. */
export type Picked = (Literal | undefined)[];

const [COMMA, NINE, ZERO, CLOSE_LIST, OPEN_DICT, CLOSE_DICT] = [44, 57, 48, 93, 123, 125];

/** `'key': ` as written in the text, and the index of its value in the result; -1 if the key is not requested. */
interface KeyToken {
  text: string;
  slot: number;
}

interface Reading extends LiteralCursor {
  /** The keys of the previous dict: mostly the same as those of the next, in the same order. */
  tokens: KeyToken[];
}

/**
 * Parses a list of dicts and returns the values under `keys`. Several times as fast as `parseCell`, with the same values: it
 * skips other keys and builds no dicts. It understands only the form that Python prints and leaves other text to `parseCell`.
 * Returns `undefined` if the text is not a list of dicts; skips empty entries (None, null). Throws LiteralError.
 */
export function pickFromDicts(text: string, keys: readonly string[]): Picked[] | undefined {
  return readPrinted(text, keys) ?? readAny(text, keys);
}

function readAny(text: string, keys: readonly string[]): Picked[] | undefined {
  const value = parseCell(text);
  if (!Array.isArray(value)) return undefined;
  const dicts = value.filter((entry) => entry !== null);
  if (!dicts.every(isDict)) return undefined;
  return dicts.map((dict) => keys.map((key) => (Object.hasOwn(dict, key) ? dict[key] : undefined)));
}

/** `undefined` if the text is not in the form that Python prints. */
function readPrinted(text: string, keys: readonly string[]): Picked[] | undefined {
  if (!text.startsWith('[{') || ['\n', '\r', '\0'].some((letter) => text.includes(letter))) return undefined;
  const cursor: Reading = { text, at: 1, depth: 0, backslash: -1, tokens: [] };
  const all: Picked[] = [];
  for (;;) {
    const picked = readDict(cursor, keys);
    if (picked === undefined) return undefined;
    all.push(picked);
    if (text.startsWith(', ', cursor.at)) cursor.at += 2;
    else return isEnd(cursor) ? all : undefined;
  }
}

function isEnd({ text, at }: LiteralCursor): boolean {
  return at === text.length - 1 && text.charCodeAt(at) === CLOSE_LIST;
}

function readDict(cursor: Reading, keys: readonly string[]): Picked | undefined {
  const { text, tokens } = cursor;
  if (text.charCodeAt(cursor.at) !== OPEN_DICT) return undefined;
  cursor.at++;
  const picked: Picked = new Array(keys.length).fill(undefined);
  for (let place = 0; ; place++) {
    const slot = readKey(cursor, tokens, place, keys);
    if (slot === undefined || !readValue(cursor, picked, slot)) return undefined;
    const code = text.charCodeAt(cursor.at);
    if (code === CLOSE_DICT) break;
    if (code !== COMMA || text[cursor.at + 1] !== ' ') return undefined;
    cursor.at += 2;
  }
  cursor.at++;
  return picked;
}

/** Skips `'key': ` and returns the index of the key in `keys`. */
function readKey(
  cursor: Reading,
  tokens: KeyToken[],
  place: number,
  keys: readonly string[],
): number | undefined {
  const { text, at } = cursor;
  let token = tokens[place];
  if (token === undefined || !text.startsWith(token.text, at)) {
    const end = text.charCodeAt(at) === SINGLE_QUOTE ? text.indexOf("': ", at + 1) : -1;
    const key = text.slice(at + 1, Math.max(end, at + 1));
    if (!/^\w+$/.test(key)) return undefined;
    token = { text: `'${key}': `, slot: keys.indexOf(key) };
    tokens[place] = token;
  }
  cursor.at += token.text.length;
  return token.slot;
}

/** Parses a string, a whole number or None; false for anything else. */
function readValue(cursor: Reading, picked: Picked, slot: number): boolean {
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) return readText(cursor, picked, slot, code);
  if (code >= ZERO && code <= NINE) return readWhole(cursor, picked, slot);
  if (!text.startsWith('None', at)) return false;
  cursor.at += 4;
  if (slot >= 0) picked[slot] = null;
  return true;
}

function readText(cursor: Reading, picked: Picked, slot: number, quote: number): boolean {
  const { text } = cursor;
  const start = cursor.at + 1;
  if (cursor.backslash < start) cursor.backslash = nextBackslash(text, start);
  const end = text.indexOf(quote === SINGLE_QUOTE ? "'" : '"', start);
  if (end === -1) return false;
  if (cursor.backslash < end) {
    const value = parseStrings(cursor);
    if (slot >= 0) picked[slot] = value;
    return true;
  }
  cursor.at = end + 1;
  if (slot >= 0) picked[slot] = text.slice(start, end);
  return true;
}

function nextBackslash(text: string, from: number): number {
  const found = text.indexOf('\\', from);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

/** Parses up to 15 digits, which are exact as a number. A leading 0 is allowed only in 0 itself. */
function readWhole(cursor: Reading, picked: Picked, slot: number): boolean {
  const { text, at: start } = cursor;
  let value = 0;
  let at = start;
  let code = text.charCodeAt(at);
  while (code >= ZERO && code <= NINE) {
    value = value * 10 + code - ZERO;
    code = text.charCodeAt(++at);
  }
  if (at - start > 15 || (at - start > 1 && text.charCodeAt(start) === ZERO)) return false;
  cursor.at = at;
  if (slot >= 0) picked[slot] = value;
  return true;
}
