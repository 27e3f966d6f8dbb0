import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/fold.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { createFind } from '../../src/search/find.ts';
import { keyTable, mostPopular, prefixRange } from '../../src/search/key-table.ts';
import { TITLE_SCORING } from '../../src/search/kind.ts';
import { nearWords } from '../../src/search/typos.ts';
import { wordTree } from '../../src/search/word-tree.ts';

/** Real titles with invented votes. */
const films: [id: number, votes: number, year: number, flags: number, ...names: string[]][] = [
  [1, 9000, 1999, 0, 'The Matrix', 'Matrix'],
  [2, 8000, 1977, 0, 'Star Wars', 'La guerra de las galaxias'],
  [3, 7000, 2000, 0, 'X-Men'],
  [4, 6000, 1976, 0, 'Rocky'],
  [5, 5000, 1979, 0, 'Rocky II'],
  [6, 4900, 1982, 0, 'Rocky III'],
  [7, 4500, 2001, 0, 'El señor de los anillos: La comunidad del anillo', 'The Lord of the Rings'],
  [8, 4000, 1995, 0, 'Heat', 'Fuego contra fuego'],
  [9, 3900, 2013, 0, 'The Heat'],
  [10, 3800, 1986, 0, 'Heat'],
  [11, 3500, 1993, 0, 'Jurassic Park'],
  [12, 3400, 2010, 0, 'Inception', 'El origen'],
  [13, 3000, 2001, 0, '千と千尋の神隠し', 'El viaje de Chihiro'],
  [14, 2500, 2017, 0, 'It'],
  [15, 2400, 2016, 0, 'I.T.'],
  [16, 2300, 2009, 0, 'Up'],
  [17, 2200, 2002, 0, 'The Amazing Spider-Man'],
  [18, 2000, 1990, 1, 'Heatwave'],
  [19, 1900, 1957, 0, '12 Angry Men'],
];
const find = createFind(
  buildIndex(
    films.flatMap(([id, votes, year, flags, ...names]) =>
      names.map((name) => ({ id, votes, year, flags, name, folded: fold(name) })),
    ),
  ),
  (doc) => ({ id: films[doc]?.[0], title: films[doc]?.[4] }),
  TITLE_SCORING,
);
const ids = (typed: string, without = 1) => find(typed, { limit: 5, without }).map((found) => found.id);

describe('the first match is the film that was meant', () => {
  it.each([
    ['matr', 1],
    ['Matrix, The', 1],
    ['teh matrix', 1],
    ['starwars', 2],
    ['guerra galaxias', 2],
    ['xmen', 3],
    ['rocky', 4],
    ['rocky 2', 5],
    ['rocky ii', 5],
    ['senor anillos', 7],
    ['heat', 8],
    ['heat 1986', 10],
    ['the heat', 9],
    ['jurasic park', 11],
    ['inceptoin', 12],
    ['千と', 13],
    ['it', 14],
    ['i.t.', 15],
    ['up', 16],
    ['amazing spiderman', 17],
    ['twelve angry men', 19],
  ])('%s', (typed, id) => {
    expect(ids(typed)[0]).toBe(id);
  });
});

describe('the fit of the first match, and whether it is sure', () => {
  it.each([
    ['It', 'same', true],
    ['xmen', 'exact', true],
    ['amazing spider man', 'exact', true],
    ['twelve angry men', 'exact', true],
    ['park', 'word', true],
    ['jurass', 'begins', false],
    ['jurassic par', 'begins', true],
    ['inceptoin', 'typo', true],
    ['galaxias guerra', 'word', false],
    ['incaption', 'typo', true],
    ['hest', 'typo', false],
    ['jurassic kitchen', 'near', false],
  ])('%s: %s, %s', (typed, fit, sure) => {
    expect(find(typed, { limit: 1 })[0]).toMatchObject({ fit, sure });
  });
});

it('with `best`, a text that equals a name of several words matches only whole names, in the same order', () => {
  const names = films.flatMap(([, , , , ...own]) => own).filter((name) => name.includes(' '));
  expect(names.length).toBeGreaterThan(5);
  for (const typed of [...names, ' STAR WARS ']) {
    const all = find(typed, { limit: 25, without: 1 });
    const whole = all.filter(({ fit }) => fit === 'same' || fit === 'exact');
    expect(find(typed, { limit: 25, without: 1, best: true })).toEqual(whole);
  }
  for (const typed of ['Heat', 'Hea', 'angry men 12'])
    expect(find(typed, { limit: 25, best: true })).toEqual(find(typed, { limit: 25 }));
});

it('excluded flags are not matched', () => {
  expect(ids('heatw')).not.toContain(18);
  expect(ids('heatw', 0)).toEqual([18]);
});

it('an empty text matches the best known films, and a text that resembles no name matches nothing', () => {
  expect(ids('  ')).toEqual([1, 2, 3, 4, 5]);
  expect(ids('zzzzzzzz')).toEqual([]);
});

it('an id matches only its film, unless the film is excluded', () => {
  expect(find('heat', { limit: 25, id: 13 })).toMatchObject([{ id: 13, fit: 'exact' }]);
  expect(find('heat', { limit: 25, id: 18, without: 1 })).toEqual([]);
  expect(find('heat', { limit: 25, id: 4711 })).toEqual([]);
});

it('accepts any text and returns each film once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const found = find(typed, { limit: 25 });
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    }),
    { seed: 3, numRuns: 500 },
  );
});

/** Textbook implementation of optimal string alignment. */
function edits(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => row + column),
  );
  const at = (row: number, column: number) => rows[row]?.[column] ?? 99;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const cells = [
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + Number(a[row - 1] !== b[column - 1]),
      ];
      (rows[row] ?? [])[column] = Math.min(...cells, swapped ? at(row - 2, column - 2) + 1 : 99);
    }
  }
  return at(a.length, b.length);
}

it('the words within reach of a typo are those that comparing every word finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 40 }),
      word,
      fc.integer({ min: 1, max: 2 }),
      (list, typed, limit) => {
        const words = [...list].sort();
        const whole = nearWords(wordTree(words), typed, limit).filter(({ partial }) => !partial);
        const expected = words.flatMap((one, place) =>
          edits(typed, one) <= limit ? [{ place, distance: edits(typed, one) }] : [],
        );
        expect(whole.map(({ place, distance }) => ({ place, distance }))).toEqual(expected);
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});

it('the most popular keys of a beginning are those that sorting all of them finds', () => {
  const key = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(
      fc.uniqueArray(key, { minLength: 1, maxLength: 300 }),
      key,
      fc.integer({ min: 1, max: 20 }),
      (list, prefix, count) => {
        const keys = [...list].sort();
        const first = Int32Array.from(keys, (_, place) => (place * 7919) % 1009);
        const [from, to] = prefixRange(keys, prefix);
        const places = mostPopular(keyTable(keys, first), from, to, count);
        const best = keys.map((_, place) => place).filter((place) => keys[place]?.startsWith(prefix));
        best.sort((a, b) => (first[a] ?? 0) - (first[b] ?? 0));
        expect(places.map((place) => first[place]).sort()).toEqual(
          best
            .slice(0, count)
            .map((place) => first[place])
            .sort(),
        );
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

it('a mistyped word of any length finds what it is the beginning of, or the whole of', () => {
  const long = 'supercalifragilisticexpialidocious';
  const tree = wordTree(['inception', 'inceptions', long, `${long}ly`]);
  expect(nearWords(tree, 'inceptoin', 2)).toEqual([
    { place: 0, distance: 1, partial: false },
    { place: 1, distance: 2, partial: false },
  ]);
  expect(nearWords(tree, 'incpet', 1)).toEqual([
    { place: 0, distance: 1, partial: true },
    { place: 1, distance: 1, partial: true },
  ]);
  expect(nearWords(tree, long.replace('fra', 'far'), 2).map(({ place }) => place)).toEqual([2, 3]);
});
