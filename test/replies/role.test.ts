import { expect, it } from 'vitest';
import { roleOf } from '../../src/text/format.ts';

it.each([
  ['Woody (voice)', 'voz de Woody', 'voice of Woody'],
  ['Gene (voice) / Bob (voice)', 'voz de Gene / Bob', 'voice of Gene / Bob'],
  ['Smurfette (voice: English version)', 'voz de Smurfette', 'voice of Smurfette'],
  ['(voice)', 'voz', 'voice'],
  ['Ariel (singing voice)', 'voz de Ariel en las canciones', 'singing voice of Ariel'],
  ['Reporter (uncredited)', 'Reporter, sin acreditar', 'Reporter, uncredited'],
  [
    'Himself (archive footage) (uncredited)',
    'él mismo, imágenes de archivo, sin acreditar',
    'himself, archive footage, uncredited',
  ],
  ['Narrator (voice)', 'narración', 'narrator'],
  ['Herself', 'ella misma', 'herself'],
  ['John Doe (young)', 'John Doe (young)', 'John Doe (young)'],
])('the role "%s" reads "%s" and "%s"', (character, es, en) => {
  expect([roleOf(character, 'es'), roleOf(character, 'en')]).toEqual([es, en]);
});
