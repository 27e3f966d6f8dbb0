import { expect, it } from 'vitest';
import type { Reason } from '../../src/catalogue/reasons.ts';
import { wordReasons } from '../../src/replies/recommendations.ts';

const origin = (name: string, name_es: string, genre?: string): Reason => ({
  kind: 'origin',
  name,
  name_es,
  ...(genre === undefined ? {} : { genre }),
});

it.each<[Reason, string, string]>([
  [origin('Japanese', 'japonés', 'Horror'), 'otra de terror japonés', 'more Japanese horror'],
  [origin('Spanish', 'español', 'Comedy'), 'otra comedia española', 'more Spanish comedy'],
  [origin('German', 'alemán', 'War'), 'otra de guerra alemana', 'more German war films'],
  [origin('French', 'francés', 'Crime'), 'otro policial francés', 'more French crime'],
  [origin('Iranian', 'iraní'), 'otra película iraní', 'also Iranian'],
  [origin('Argentine', 'argentino'), 'otra película argentina', 'also Argentine'],
  [
    { kind: 'taste', name: '7', name_es: null },
    'gustó a 7 de cada 10 a quienes les gustó esta',
    '7 in 10 who liked it liked this too',
  ],
  [{ kind: 'about', name: 'grief', name_es: 'el duelo' }, 'va del duelo', 'about grief'],
  [{ kind: 'about', name: 'Elvis', name_es: 'Elvis' }, 'va de Elvis', 'about Elvis'],
  [{ kind: 'set', name: 'on a train', name_es: 'un tren' }, 'pasa en un tren', 'set on a train'],
  [{ kind: 'with', name: 'zombies', name_es: 'zombis' }, 'con zombis', 'with zombies'],
  [{ kind: 'also', name: 'film noir', name_es: 'cine negro' }, 'también cine negro', 'also film noir'],
  [
    { kind: 'author', name: 'Stephen King', name_es: null },
    'basada en una obra de Stephen King',
    'based on work by Stephen King',
  ],
  [{ kind: 'studio', name: 'Pixar', name_es: null }, 'también de Pixar', 'also by Pixar'],
  [
    { kind: 'collection', name: 'Toy Story Collection', name_es: null },
    'misma saga: Toy Story',
    'same series: Toy Story',
  ],
])('%o reads "%s" and "%s"', (reason, spanish, english) => {
  expect(wordReasons([reason], 'es')).toBe(spanish);
  expect(wordReasons([reason], 'en')).toBe(english);
});

it('two reasons are shown, and equal words once', () => {
  const set = (name: string): Reason => ({ kind: 'set', name, name_es: 'Nueva York' });
  const reasons = [set('in New York'), set('in New York'), set('in Paris'), set('in Rome')];
  expect(wordReasons(reasons, 'en')).toBe('set in New York · set in Paris');
  expect(wordReasons(reasons, 'es')).toBe('pasa en Nueva York');
});
