import { expect, it } from 'vitest';
import { cutText } from '../../src/bot/message-body.ts';

it('a text that fits is not changed', () => {
  expect(cutText('a'.repeat(50), 50)).toBe('a'.repeat(50));
  expect(cutText('', 50)).toBe('');
});

it('a text is cut at a space, with an ellipsis', () => {
  expect(cutText('uno dos tres cuatro cinco seis siete', 31)).toBe('uno dos tres cuatro…');
});

it('no character is split, at any length', () => {
  const family = '👨‍👩‍👧‍👦';
  for (const text of ['😀'.repeat(60), family.repeat(20), 'é'.normalize('NFD').repeat(60)]) {
    for (let limit = 20; limit < 60; limit++) {
      const cut = cutText(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.isWellFormed()).toBe(true);
      const kept = cut.slice(0, -1);
      expect(text.startsWith(kept)).toBe(true);
      expect([...new Intl.Segmenter().segment(kept)].every(({ segment }) => text.startsWith(segment))).toBe(
        true,
      );
    }
  }
});

it.each([
  '<@1000000000000000001>',
  '<#1000000000000000001>',
  '<t:1700000000:R>',
  '<:claqueta:1000000000000000001>',
  '</trivia jugar:1000000000000000001>',
  '[una ficha de cine](https://example.org/a)',
  'https://example.org/una/ficha',
  String.raw`\*`,
])('%s is kept whole or left out', (token) => {
  const text = `${token} `.repeat(20);
  for (let limit = 20; limit < 150; limit++) {
    const cut = cutText(text, limit);
    expect(cut.length).toBeLessThanOrEqual(limit);
    expect(cut.slice(0, -1).replaceAll(token, '').trim()).toBe('');
  }
});

it('open bold text, spoilers and code are closed', () => {
  expect(cutText(`**${'a'.repeat(40)}**`, 30)).toBe(`**${'a'.repeat(17)}…**`);
  expect(cutText(`||*${'a'.repeat(40)}*||`, 30)).toBe(`||*${'a'.repeat(16)}…*||`);
  expect(cutText(`\`${'a*'.repeat(40)}\``, 30)).toBe(`\`${'a*'.repeat(9)}…\``);
});
