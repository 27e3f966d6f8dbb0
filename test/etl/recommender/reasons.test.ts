import { expect, it } from 'vitest';
import { packContent } from '../../../etl/recommender/features/content.ts';
import { packPeople } from '../../../etl/recommender/features/people.ts';
import { createTaste, type Taste } from '../../../etl/recommender/features/taste.ts';
import { createReasons } from '../../../etl/recommender/lists/reasons.ts';

/** The codes of the reasons of film 0 for film 1, which share features of these strengths. */
function reasonsFor(shared: Record<string, number>, taste?: Taste) {
  const codes = Object.keys(shared);
  const weights = Object.values(shared).map(Math.sqrt);
  const content = packContent(
    2,
    {
      films: Int32Array.from([...codes.map(() => 0), ...codes.map(() => 1)]),
      features: Int32Array.from([...codes.keys(), ...codes.keys()]),
      weights: Float32Array.from([...weights, ...weights]),
    },
    codes.map((code) => ({ code, films: 2 })),
  );
  taste?.focus(0);
  return createReasons(content, taste)(0, [1])[0];
}

/** Ratings by people who all like film 0, of whom some like film 1. */
const likedBy = (people: number, both: number) =>
  createTaste(
    packPeople(
      2,
      Array.from({ length: people }, (_, person) => [[0, 5] as const, [1, person < both ? 4 : 3.5] as const]),
    ),
  );

it('the second reason is the strongest of another kind, if it is not weak', () => {
  expect(reasonsFor({ d1: 1.5, a2: 1.2, k3: 0.5, k4: 0.4 })).toEqual(['d1', 'k3', 'a2', 'k4']);
  expect(reasonsFor({ d1: 1.5, a2: 1.2, k3: 0.2 })).toEqual(['d1', 'a2', 'k3']);
});

it('a person is one reason, in the strongest role', () => {
  expect(reasonsFor({ d1: 1.5, w1: 0.8, a1: 1.2, w2: 0.8 })).toEqual(['d1', 'w2']);
});

it('a genre is a reason only if there is no other', () => {
  expect(reasonsFor({ g27: 0.3, g18: 0.2 })).toEqual(['g27', 'g18']);
  expect(reasonsFor({ g27: 0.3, k1: 0.2 })).toEqual(['k1']);
});

it('a theme is a reason only if no keyword is shared', () => {
  expect(reasonsFor({ hspies: 0.6, 'x28+53': 0.3 })).toEqual(['hspies', 'x28+53']);
  expect(reasonsFor({ hspies: 0.6, k470: 0.5 })).toEqual(['k470']);
});

it('of nationalities and pairs of genres, the strongest is a reason', () => {
  expect(reasonsFor({ oJP18: 0.4, oJP27: 0.6, oJP: 0.3, 'x10749+18': 0.1 })).toEqual(['oJP27']);
});

it('of the people who like the film, those who like the other are told in tenths: three or more, of 20 people or more', () => {
  expect(reasonsFor({ g27: 0.3 }, likedBy(20, 13))).toEqual(['p7']);
  expect(reasonsFor({ g27: 0.3 }, likedBy(20, 6))).toEqual(['p3']);
  expect(reasonsFor({ g27: 0.3 }, likedBy(20, 4))).toEqual(['g27']);
  expect(reasonsFor({ g27: 0.3 }, likedBy(19, 19))).toEqual(['g27']);
});
