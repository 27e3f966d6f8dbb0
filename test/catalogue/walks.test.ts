import { expect, it } from 'vitest';
import { scoreOf, walkFrom } from '../../src/catalogue/walks.ts';

it('a walk adds up the chances of one step and of two, and keeps the likeliest film in the middle', () => {
  const lists = new Map([
    [11, [12, 13]],
    [12, [13]],
  ]);
  const walk = walkFrom(Int32Array.of(11, 12), (film) => Int32Array.from(lists.get(film) ?? []));
  const [first, second] = [0.57 / 11, 0.57 / 12];
  expect([...walk]).toEqual([
    [11, { chance: first, middle: -1, through: 0 }],
    [12, { chance: second + 0.5 * first * first, middle: 11, through: 0.5 * first * first }],
    [13, { chance: 0.5 * first * second * 2, middle: 11, through: 0.5 * first * second }],
  ]);
});

it('the steps along a list of 50 add up to 1', () => {
  const walk = walkFrom(
    Int32Array.from({ length: 50 }, (_, index) => index + 1),
    () => new Int32Array(),
  );
  expect([...walk.values()].reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 2);
});

it('a film with 500 votes needs twice the chance of a film without votes', () => {
  expect(scoreOf(2e-5, 500)).toBe(scoreOf(1e-5, 0));
  expect(scoreOf(1e-5, 0)).toBe(Math.log(2));
  expect(scoreOf(0, 0)).toBe(0);
});
