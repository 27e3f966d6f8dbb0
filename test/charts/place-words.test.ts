import { expect, it } from 'vitest';
import { placeWords } from '../../src/charts/place-words.ts';

const room = { width: 400, height: 120, smallest: 12, largest: 36 };

it('places all words, always in the same way', () => {
  const words = Array.from({ length: 12 }, (_, index) => ({
    word: `palabra${index}`,
    films: 1000 - 60 * index,
  }));
  const placed = placeWords(words, room, 'sans-serif');
  expect(placed.map(({ word }) => word).sort()).toEqual(words.map(({ word }) => word).sort());
  expect(placed.every(({ x, y }) => x > 0 && x < room.width && y > 0 && y < room.height)).toBe(true);
  expect(placeWords(words, room, 'sans-serif')).toEqual(placed);
});

it('leaves out words that do not fit in the smallest letters', () => {
  const words = Array.from({ length: 80 }, (_, index) => ({ word: `palabra${index}`, films: 1 }));
  const placed = placeWords(words, { ...room, smallest: 16, largest: 20 }, 'sans-serif');
  expect(placed.length).toBeGreaterThan(1);
  expect(placed.length).toBeLessThan(words.length);
  expect(new Set(placed.map(({ size }) => size))).toEqual(new Set([16]));
});

it('gives words of more films larger letters', () => {
  const words = [
    { word: 'amor', films: 90 },
    { word: 'noche', films: 40 },
    { word: 'casa', films: 10 },
  ];
  const sizes = placeWords(words, { ...room, height: 200 }, 'sans-serif').map(({ size }) => size);
  expect(sizes).toEqual([36, 24, 12]);
});
