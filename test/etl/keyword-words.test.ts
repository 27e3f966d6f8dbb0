import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';

type Row = { keyword_id: string; palabra_es: string; use: string; english: string };

const rows: Row[] = parse(readFileSync('data/palabras_es.csv'), { columns: true });

it('every keyword is listed once, with a Spanish word and a use', () => {
  expect(new Set(rows.map((row) => row.keyword_id)).size).toBe(rows.length);
  expect(rows.filter((row) => row.palabra_es === '')).toEqual([]);
  expect([...new Set(rows.map((row) => row.use))].sort()).toEqual([
    'about',
    'also',
    'explicit',
    'production',
    'set',
    'vague',
    'with',
  ]);
});

it('the English words of places and times begin with a preposition, and only reasons have English words', () => {
  const places = rows.filter(({ use }) => use === 'set');
  expect(places.filter(({ english }) => !/^(?:in|on|at|under|near|underground)\b/u.test(english))).toEqual(
    [],
  );
  expect(
    rows.filter(({ use, english }) => english !== '' && !/^(?:about|also|set|with)$/u.test(use)),
  ).toEqual([]);
});
