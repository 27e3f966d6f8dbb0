import { expect, it } from 'vitest';
import { readYears, writeYears } from '../../src/slash/typed-values.ts';

it.each([
  ['1994', 1994, 1994],
  ['en 1994', 1994, 1994],
  ['1980', 1980, 1980],
  ['1990-1999', 1990, 1999],
  ['1990–1999', 1990, 1999],
  ['de 1990 a 1995', 1990, 1995],
  ['entre 1999 y 1990', 1990, 1999],
  ['between 1990 and 1999', 1990, 1999],
  ['años 80', 1980, 1989],
  ['los 90', 1990, 1999],
  ['Los ’90s', 1990, 1999],
  ['80s', 1980, 1989],
  ['the 1980s', 1980, 1989],
  ['década de 1960', 1960, 1969],
  ['década del 60', 1960, 1969],
  ['los sesenta', 1960, 1969],
  ['the Nineties', 1990, 1999],
  ['los 20', 1920, 1929],
  ['los 10', 2010, 2019],
  ['the 2000s', 2000, 2009],
  ['desde 2000', 2000, undefined],
  ['since 2000', 2000, undefined],
  ['después de 2000', 2001, undefined],
  ['hasta 1970', undefined, 1970],
  ['antes de 1970', undefined, 1969],
  ['before 1970', undefined, 1969],
])('%s is read as years from %s to %s', (typed, fromYear, toYear) => {
  expect(readYears(typed)).toEqual({
    ...(fromYear !== undefined && { fromYear }),
    ...(toYear !== undefined && { toYear }),
  });
});

it.each([
  ['los 80', '1980-1989', '1980-1989'],
  ['en 1994', '1994', '1994'],
  ['después de 1999', 'desde 2000', 'since 2000'],
  ['antes de 1970', 'hasta 1969', 'up to 1969'],
])('%s is written in one way, which is read as the same years in both languages', (typed, es, en) => {
  const years = readYears(typed) ?? {};
  expect([writeYears(years, 'es'), writeYears(years, 'en')]).toEqual([es, en]);
  expect([readYears(es), readYears(en)]).toEqual([years, years]);
});

it.each(['', 'ayer', '94', '95s', '1869', '2101', '19', '1990-19', 'constructor', 'desde', '1995s'])(
  '%j is not read as years',
  (typed) => {
    expect(readYears(typed)).toBeUndefined();
  },
);
