import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pickFromDicts } from '../../etl/read/list-cells.ts';
import { isDict, parseCell } from '../../etl/read/literal.ts';
import { LiteralError } from '../../etl/read/literal-text.ts';
import { realCells } from './real-cells.ts';

const keys = ['id', 'name', 'order', 'character', 'job'];

/** The expected result: the values that the whole parser finds, or its fault. */
function expected(text: string): unknown {
  return orFault(() => {
    const value = parseCell(text);
    if (!Array.isArray(value) || !value.every((dict) => dict === null || isDict(dict))) return undefined;
    return value.filter(isDict).map((dict) => keys.map((key) => dict[key]));
  });
}

function orFault(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof LiteralError) return [error.message, error.offset];
    throw error;
  }
}

const picked = (text: string) => orFault(() => pickFromDicts(text, keys));

describe('pickFromDicts returns the same values as parseCell', () => {
  test.each([
    "[{'id': 1, 'name': 'Ana'}]",
    "[{'id': 1, 'name': 'Ana'}, {'name': 'B', 'id': None}, {'id': 3}]",
    `[{'name': "O'Hara", 'gender': 2}, {'name': 'say "so"'}]`,
    String.raw`[{'gender': 'a\'b', 'name': 'it\'s "so" \xa0\u200b', 'id': 7}]`,
    "[{'name': 'a' 'b', 'id': 1}]",
    "[{'id': 1, 'id': 2}]",
    "[{'id': 1,'name': 'Ana' }, ]",
    "[{'id': 012}]",
    "[{'id': 0, 'order': 00}]",
    "[{'id': -1, 'order': 1.5}]",
    "[{'id': 1234567890123456789, 'order': 123456789012345}]",
    "[{'id': True, 'name': [1, {'id': 2}]}]",
    "[{'id': Nonesuch}]",
    "[{'name': 'a\nb'}]",
    "[{'name': 'a\0b'}]",
    "[{'name': 'a}, {b', 'job': ': '}]",
    '[{"id": 1}]',
    "[{'a b': 1, 'id': 2}]",
    '[{}]',
    '[]',
    '[1]',
    "{'id': 1}",
    "[{'id': 1}] x",
    "[{'id': 1}",
    "[{'id': 1}, {'id",
    "[{'name': 'An",
    "[{'name': 'An\\",
    "[{'id': 1} {'id': 2}]",
    '[{',
    '',
  ])('%j', (text) => {
    expect(picked(text)).toEqual(expected(text));
  });

  test('real cells', () => {
    const cells = realCells(1500);
    expect(cells.length).toBeGreaterThan(1000);
    for (const cell of cells) expect(picked(cell)).toEqual(expected(cell));
  });

  test('cells with random insertions and deletions', () => {
    const cell = `[{'id': 31, 'name': "O'Hara", 'x': 'a\\'b'}, {'id': None, 'name': 'B', 'x': 'c'}]`;
    const piece = fc.constantFrom('', "'", '"', '\\', ', ', ' ', '0', 'None', '}', ']', '\n', ': ', 'é', '(');
    const place = fc.integer({ min: 0, max: cell.length });
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 3 }), piece, (at, cut, added) => {
        const text = cell.slice(0, at) + added + cell.slice(at + cut);
        expect(picked(text)).toEqual(expected(text));
      }),
      { numRuns: 3000 },
    );
  });
});
