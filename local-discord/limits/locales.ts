import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';

/** Texts by Discord's locales. */
export const localizations = (value: z.ZodType<string>) =>
  z.partialRecord(z.enum(Object.values(Locale) as [Locale, ...Locale[]]), value.nullable()).nullish();

const fallback: Record<string, string> = { 'es-419': 'es-ES', 'en-US': 'en-GB', 'en-GB': 'en-US' };

type Texts = Partial<Record<string, string | null>> | null | undefined;

/** Returns the text that Discord's client shows for a locale: exact, then its fallback locale, then `otherwise`. */
export function localized(texts: Texts, locale: string, otherwise: string): string {
  return texts?.[locale] ?? texts?.[fallback[locale] ?? ''] ?? otherwise;
}
