import type { APIEmbedField } from 'discord-api-types/v10';
import type { Language } from '../contract/call.ts';
import { count } from '../text/format.ts';
import { text } from '../text/text.ts';

/** A figure over the films with a known value, and how many these are; "sin dato" if there are none. */
export function knownFigure(name: string, figure: string, known: number, language: Language): APIEmbedField {
  const t = text[language];
  const over = known === 0 ? t.noFigure : `**${figure}**\n${t.ofKnown(count(known, language), known === 1)}`;
  return { name, value: over, inline: true };
}
