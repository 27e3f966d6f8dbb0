import { expect, it } from 'vitest';
import { cleanName, nameAlone, personIn } from '../../src/replies/person-name.ts';

it.each([
  ['Ana', 'Ana'],
  ['José Ñandú 😀', 'José Ñandú 😀'],
  ['👨‍👩‍👧 ❤️', '👨‍👩‍👧 ❤️'],
  ['محمد', 'محمد'],
  ['สวัสดี', 'สวัสดี'],
  ['J.R.R. St.John', 'J.R.R. St.John'],
])('%s is unchanged', (name, clean) => {
  expect(cleanName(name)).toBe(clean);
});

it.each([
  ['**Ana** _x_ `y` ||z|| ~~w~~', String.raw`\*\*Ana\*\* \_x\_ \`y\` \|\|z\|\| \~\~w\~\~`],
  ['[Ana](https://example.org)', '[Ana]('],
  ['@everyone <@1000000000000000001>', '＠everyone ‹＠1000000000000000001›'],
  ['<:a:1000000000000000001></a b:1000000000000000001>', '‹:a:1000000000000000001›‹/a b:1…'],
  ['A\u202Ena\u2066\u200B\u00AD\u{E0041}\u3164', 'Ana'],
  ['A\nna\t\u2028\u2800b', 'A na b'],
  [`A${'\u0337\u0300\u0301'.repeat(30)}na`, '\u00C0\u0337\u0337na'],
  ['𝕬𝖓𝖆 Ａｎａ', 'Ana Ana'],
  ['Ana discord.gg/abc', 'Ana'],
  ['Ana dis\u200Bcord.gg/abc', 'Ana'],
  ['Ana ｄｉｓｃｏｒｄ．ｇｇ/abc', 'Ana'],
  ['Ana https://example.org/x www.example.org steam://run', 'Ana'],
  ['Ana premios.com bit.ly/3x ejemplo.museum/a', 'Ana'],
  ['\u{D800}Ana', '\uFFFDAna'],
])('%j is cleaned', (name, clean) => {
  expect(cleanName(name)).toBe(clean);
});

it('a long name is cut between characters', () => {
  expect(cleanName('😀'.repeat(30))).toBe(`${'😀'.repeat(15)}…`);
  expect(cleanName('a'.repeat(99))).toBe(`${'a'.repeat(31)}…`);
});

it('a right-to-left name does not change the order of the text after it', () => {
  expect(nameAlone('محمد', 'x')).toBe('\u2068محمد\u2069');
});

it('a person without a name that can be shown appears as a mention, or as the fallback', () => {
  const names = new Map([
    ['1', 'Ana'],
    ['2', '\u3164\u200B'],
  ]);
  expect(['1', '2', '3'].map((id) => personIn(names, id))).toEqual(['Ana (<@1>)', '<@2>', '<@3>']);
  expect(nameAlone('discord.gg/abc', 'Sin nombre')).toBe('Sin nombre');
});
