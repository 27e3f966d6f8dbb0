import { expect, it } from 'vitest';
import { money, ratio, times } from '../../src/text/format.ts';

it.each([
  [93, 'USD 93', '$93'],
  [1000, 'USD 1 mil', '$1K'],
  [674_000, 'USD 674 mil', '$674K'],
  [999_499, 'USD 999 mil', '$999K'],
  [999_500, 'USD 1 M', '$1M'],
  [7_184_000, 'USD 7.18 M', '$7.18M'],
  [1_234_000_000, 'USD 1,234 M', '$1.23B'],
])('%d dollars read "%s" and "%s"', (dollars, es, en) => {
  expect([money(dollars, 'es').replaceAll('\u00a0', ' '), money(dollars, 'en')]).toEqual([es, en]);
});

it.each([
  [0.004, '< 0.01'],
  [0.44, '0.44'],
  [5, '5'],
  [9.996, '10'],
  [16.98, '17'],
  [99.96, '100'],
  [8_500_005, '8,500,005'],
])('the ratio %d reads "%s"', (value, words) => {
  expect([ratio(value, 'es'), times(value, 'en')]).toEqual([words, `${words}×`]);
});
