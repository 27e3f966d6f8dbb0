import { describe, expect, it } from 'vitest';
import { maskNames } from '../../../src/trivia/questions/mask-names.ts';

describe('a synopsis', () => {
  it.each([
    [
      "Led by Woody, Andy's toys live happily in his room until Andy's birthday brings Buzz Lightyear onto the scene.",
      ['Toy Story', 'Woody (voice)', 'Tom Hanks'],
      'Led by ████, ████ toys live happily in his room until ████ birthday brings ████ onto the scene.',
    ],
    [
      'Frank Moses, a retired CIA agent in New York, is hunted. RED is over.',
      ['RED', 'Bruce Willis'],
      '████, a retired CIA agent in New York, is hunted. ████ is over.',
    ],
    [
      'El padrino cuenta la caída de los Corleone. Coppola filma Nueva York como una tragedia. Nadie se salva.',
      ['El padrino', 'Francis Ford Coppola'],
      '████ cuenta la caída de los ████. ████ filma Nueva York como una tragedia. Nadie se salva.',
    ],
    [
      'A man wakes up. When he does, the world is gone.',
      ['It'],
      'A man wakes up. When he does, the world is gone.',
    ],
  ])('hides who and what it is about, and stays readable: %s', (text, names, masked) => {
    expect(maskNames(text, names)).toBe(masked);
  });
});
