import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/lib/fold.ts';

it.each([
  ['¿Quién engañó a Roger Rabbit?', 'quien engano a roger rabbit'],
  ['M*A*S*H', 'mash'],
  ['[REC]²', 'rec 2'],
  ['Amélie', 'amelie'],
  ['Ødipus & Æon — Straße', 'odipus aeon strasse'],
  ['E.T. the Extra-Terrestrial', 'et the extra terrestrial'],
  ["O'Brother", 'obrother'],
  ['千と千尋の神隠し', '千と千尋の神隠し'],
  ['기생충', '기생충'],
  ['  Too   many\tblanks ', 'too many blanks'],
  ['$', '$'],
  ['…', '…'],
])('%s has the key %s', (written, key) => {
  expect(fold(written)).toBe(key);
});

it('folding is idempotent, and only an empty text has an empty key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const key = fold(text);
      expect(fold(key)).toBe(key);
      expect(key === '').toBe(text.trim() === '');
    }),
    { seed: 1, numRuns: 2000 },
  );
});
