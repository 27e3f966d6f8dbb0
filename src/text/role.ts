import type { Language } from '../contract/call.ts';
import { text } from './text.ts';

/** The notes that TMDB puts in brackets behind a character; any other bracket is part of the name. */
const NOTES = [
  ['singing', /^singing voice$/iu],
  ['voice', /^(?:voice|voix|voz|voces|озвучка)(?:[ :].*)?$/iu],
  ['archive', /^archiv(?:e|al) (?:footage|sound)$/iu],
  ['uncredited', /^(?:uncredited|non crédité|нет в титрах)$/iu],
] as const;

/**
 * A character in words: "voz de Woody" of "Woody (voice)", "Ana, sin acreditar" of "Ana (uncredited)", "él mismo" of "Himself".
 * Not escaped. Empty if there is nothing to say.
 */
export function roleOf(character: string, language: Language): string {
  const { role } = text[language];
  const found = new Set<string>();
  const bare = character.replace(/\s*[([]([^()[\]]*)[)\]]/gu, (whole, inside: string) => {
    const note = NOTES.find(([, form]) => form.test(inside.trim()))?.[0];
    if (note !== undefined) found.add(note);
    return note === undefined ? whole : '';
  });
  const name = role.known[bare.trim().toLowerCase()] ?? bare.trim();
  const heard = found.has('singing') ? role.singing(name) : found.has('voice') ? role.voice(name) : name;
  return [heard, found.has('archive') ? role.archive : '', found.has('uncredited') ? role.uncredited : '']
    .filter((part) => part !== '')
    .join(', ');
}
