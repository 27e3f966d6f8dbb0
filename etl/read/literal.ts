import { wording } from '../wording.ts';
import {
  DOUBLE_QUOTE,
  fail,
  type LiteralCursor,
  parseStrings,
  SINGLE_QUOTE,
  skipSpace,
} from './literal-text.ts';

/** The value of a Python literal; tuples become arrays, integers beyond 2^53 bigints. */
export type Literal = null | boolean | number | bigint | string | Literal[] | LiteralDict;
export interface LiteralDict {
  [key: string]: Literal;
}

export function isDict(value: Literal): value is LiteralDict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MAX_DEPTH = 100;

type Words = ReadonlyMap<string, Literal>;

interface Reading extends LiteralCursor {
  /** The values of bare words. */
  words: Words;
}

const pythonWords: Words = new Map([
  ['None', null],
  ['True', true],
  ['False', false],
]);

const allWords: Words = new Map<string, Literal>([
  ...pythonWords,
  ['null', null],
  ['NULL', null],
  ['NaN', null],
  ['nan', null],
  ['true', true],
  ['TRUE', true],
  ['false', false],
  ['FALSE', false],
]);

/** Parses JSON or a Python literal, also if one has the other's words for null, true and false. Throws LiteralError. */
export function parseCell(text: string): Literal {
  return readJson(text) ?? parseLiteral(text, allWords);
}

/** The value of JSON text, `undefined` for other text. Tried first: JSON and Python differ in string escapes. */
function readJson(text: string): Literal | undefined {
  if (!/^\s*(?:\[\s*)?[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Literal;
  } catch {
    return undefined;
  }
}

/**
 * Parses a Python literal as `ast.literal_eval` does, without evaluating code: strings with all escapes, None, True, False,
 * decimal numbers, lists, tuples and dicts with string keys. Throws LiteralError with the offset of the fault.
 */
export function parseLiteral(text: string, words: Words = pythonWords): Literal {
  const cursor: Reading = { text, at: 0, depth: 0, backslash: -1, words };
  const value = parseValue(cursor);
  skipSpace(cursor);
  if (cursor.at < text.length) fail(cursor, wording.afterLiteral);
  return value;
}

function parseValue(cursor: Reading): Literal {
  skipSpace(cursor);
  switch (cursor.text[cursor.at]) {
    case "'":
    case '"':
      return parseStrings(cursor);
    case '{':
      return parseDict(cursor);
    case '[':
      return parseItems(cursor, ']').items;
    case '(':
      return parseTuple(cursor);
    default:
      return parseBare(cursor);
  }
}

const letters = /[A-Za-z]+/y;

/** A bare word such as None, or a number. */
function parseBare(cursor: Reading): Literal {
  letters.lastIndex = cursor.at;
  const word = letters.exec(cursor.text)?.[0];
  if (word === undefined) return parseNumber(cursor);
  const value = cursor.words.get(word);
  if (value === undefined) fail(cursor, wording.notPython);
  cursor.at += word.length;
  return value;
}

const number = /[+-]?[ \t]*(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?/y;

function parseNumber(cursor: LiteralCursor): number | bigint {
  number.lastIndex = cursor.at;
  const digits = number.exec(cursor.text)?.[0].replace(/[ \t]/g, '');
  if (digits === undefined) return fail(cursor, wording.notPython);
  if (/^[+-]?0\d*[1-9]\d*$/.test(digits)) fail(cursor, wording.leadingZero);
  cursor.at = number.lastIndex;
  const value = Number(digits);
  return /[.eE]/.test(digits) || Number.isSafeInteger(value) ? value : BigInt(digits);
}

function enter(cursor: LiteralCursor): void {
  cursor.at++;
  cursor.depth++;
  if (cursor.depth > MAX_DEPTH) fail(cursor, wording.tooDeep);
}

/** Parses the values up to `close`. `comma`: whether a comma follows the last value; (1,) is a tuple, (1) is a number. */
function parseItems(cursor: Reading, close: string): { items: Literal[]; comma: boolean } {
  const items: Literal[] = [];
  let comma = false;
  enter(cursor);
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === close) break;
    if (items.length > 0 && !comma) fail(cursor, wording.oneMissing(',', close));
    items.push(parseValue(cursor));
    comma = takeComma(cursor);
  }
  cursor.at++;
  cursor.depth--;
  return { items, comma };
}

function parseTuple(cursor: Reading): Literal {
  const { items, comma } = parseItems(cursor, ')');
  const [only] = items;
  return items.length === 1 && !comma && only !== undefined ? only : items;
}

function parseDict(cursor: Reading): LiteralDict {
  const dict: LiteralDict = {};
  let comma = true;
  enter(cursor);
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === '}') break;
    if (!comma) fail(cursor, wording.oneMissing(',', '}'));
    parseEntry(cursor, dict);
    comma = takeComma(cursor);
  }
  cursor.at++;
  cursor.depth--;
  return dict;
}

function parseEntry(cursor: Reading, dict: LiteralDict): void {
  const code = cursor.text.charCodeAt(cursor.at);
  if (code !== SINGLE_QUOTE && code !== DOUBLE_QUOTE) fail(cursor, wording.keyNotText);
  const key = parseStrings(cursor);
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== ':') fail(cursor, wording.missing(':'));
  cursor.at++;
  const value = parseValue(cursor);
  if (key === '__proto__')
    Object.defineProperty(dict, key, { value, enumerable: true, configurable: true, writable: true });
  else dict[key] = value;
}

function takeComma(cursor: LiteralCursor): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== ',') return false;
  cursor.at++;
  return true;
}
