import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type Literal, parseLiteral } from '../../etl/read/literal.ts';
import { LiteralError } from '../../etl/read/literal-text.ts';
import { realCells } from './real-cells.ts';
import { hasRealData } from './real-data.ts';

/** The value that Python's own reader gives for each text, as JSON, or null if it refuses. */
const program = `
import ast, json, sys
for line in sys.stdin:
    try:
        print(json.dumps([ast.literal_eval(json.loads(line))]))
    except Exception:
        print("null")
`;

function readWithPython(texts: readonly string[]): string[] | undefined {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const { status, stdout } = spawnSync('python3', ['-W', 'ignore', '-c', program], {
    input,
    maxBuffer: 1 << 30,
  });
  return status === 0 ? stdout.toString().trimEnd().split('\n') : undefined;
}

const hasPython = readWithPython(["'a'"]) !== undefined;
const cells = realCells(4000);

function fault(text: string): [string, number] {
  try {
    parseLiteral(text);
  } catch (error) {
    if (error instanceof LiteralError) return [error.message, error.offset];
  }
  throw new Error(`${text} was taken`);
}

const accepted: readonly (readonly [string, Literal])[] = [
  ['None', null],
  ['True', true],
  ['False', false],
  ['  12', 12],
  ['-7', -7],
  ['+7', 7],
  ['00', 0],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['5.', 5],
  ['1e-06', 0.000001],
  ['-2.5E+3', -2500],
  ["''", ''],
  [`'it "is"'`, 'it "is"'],
  [`"it's"`, "it's"],
  [String.raw`'it\'s "so"'`, `it's "so"`],
  [String.raw`'\\'`, '\\'],
  [String.raw`'a\tb\nc\rd\x41\u00e9\U0001F600\101\0'`, 'a\tb\nc\rdA\u00e9\u{1F600}A\0'],
  [String.raw`'\a\b\f\v'`, '\x07\b\f\v'],
  [String.raw`'\d \% \é'`, String.raw`\d \% \é`],
  ["'a\\\nb'", 'ab'],
  [`'a' "b"\t'c'`, 'abc'],
  ['[]', []],
  ['[1, 2,]', [1, 2]],
  ['()', []],
  ['(1)', 1],
  ['(1,)', [1]],
  ["(1, ('a', None))", [1, ['a', null]]],
  ['{}', {}],
  ["{'a': 1, 'b': [True, {'c': 'd'}],}", { a: 1, b: [true, { c: 'd' }] }],
  ["{'a': 1, 'a': 2}", { a: 2 }],
  [" [ { 'name' : 'Zoë' } ,\n 2 ] ", [{ name: 'Zoë' }, 2]],
  ["'日本語 \u{1F600}'", '日本語 \u{1F600}'],
];

const refused = [
  '',
  ' ',
  'null',
  'true',
  'Nonesuch',
  'nan',
  'inf',
  '012',
  '1 2',
  '1,,2',
  '[1 2]',
  '[,]',
  '[1',
  '[1, ',
  "{'a' 1}",
  "{'a':}",
  "{'a': 1",
  "{'a': 1 'b': 2}",
  "'a",
  "'a\\",
  '"a\'',
  "'a\nb'",
  String.raw`'\x4'`,
  String.raw`'\u12'`,
  String.raw`'\U00110000'`,
  '__import__("os")',
  'print(1)',
  'a',
  '[1]]',
  '(1',
  '--',
  '{,}',
];

test.each(accepted)('%j is read', (text, value) => {
  expect(parseLiteral(text)).toEqual(value);
});

test.each(refused)('%j is refused', (text) => {
  expect(() => parseLiteral(text)).toThrow(LiteralError);
});

test('whole numbers beyond 2^53 keep every digit', () => {
  expect(parseLiteral('[9007199254740993]')).toEqual([9007199254740993n]);
});

test('a key called __proto__ is an ordinary key', () => {
  const value = parseLiteral("{'__proto__': {'admin': True}}");
  expect(Object.entries(value ?? {})).toEqual([['__proto__', { admin: true }]]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('an error has the offset of the fault', () => {
  expect(fault("[{'id': 16, 'name': 'Anim")).toEqual(['the literal is cut off', 25]);
  expect(fault("[{'id': 16 'name': 'A'}]")).toEqual(['"," or "}" is missing', 11]);
  expect(fault("[{'id': 16}] x")).toEqual(['something follows the end of the literal', 13]);
  expect(fault("{1: 'a'}")).toEqual(['a key is not a text', 1]);
  expect(fault('[eval]')).toEqual(['not a Python literal', 1]);
});

test('a cell of ten thousand brackets is refused without a crash', () => {
  expect(fault('['.repeat(10_000))).toEqual(['too deeply nested', 101]);
});

describe.runIf(hasPython)(
  `against Python's ast.literal_eval${hasPython ? '' : ' (skipped: no python3)'}`,
  () => {
    test('the parser accepts the same cells as Python, with the same values', () => {
      const texts = [...accepted.map(([text]) => text), ...refused];
      const fromPython = readWithPython(texts) ?? [];
      expect(texts.length).toBeGreaterThan(20);
      texts.forEach((text, index) => {
        expect([text, ours(text)]).toEqual([text, JSON.parse(fromPython[index] ?? '')]);
      });
    });

    test(`real cells have the same values: the sample${hasRealData ? ' and the full files' : ''}`, () => {
      const fromPython = readWithPython(cells) ?? [];
      const different = cells.filter(
        (cell, index) => JSON.stringify(ours(cell)) !== JSON.stringify(JSON.parse(fromPython[index] ?? '')),
      );
      expect(cells.length).toBeGreaterThan(hasRealData ? 20_000 : 2000);
      expect(different).toEqual([]);
    });
  },
);

function ours(text: string): [Literal] | null {
  try {
    return [parseLiteral(text)];
  } catch {
    return null;
  }
}
