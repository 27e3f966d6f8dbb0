import type { Language } from '../contract/call.ts';
import { money } from '../text/format.ts';

/** Compact numbers in es-MX always have a lower-case k; in es-419 1,000 has K and 10,000 k. */
const LOCALE = { es: 'es-MX', en: 'en-US' } as const;

/** "1.2 k", "30 M" */
const compact = (language: Language) => {
  const format = new Intl.NumberFormat(LOCALE[language], { notation: 'compact', maximumFractionDigits: 1 });
  return (value: number) => format.format(value);
};

const dollars = (language: Language) => (value: number) => money(value, language);

const plain = (language: Language) => {
  const format = new Intl.NumberFormat(LOCALE[language], { maximumSignificantDigits: 3 });
  return (value: number) => format.format(value);
};

/** Number formats of axes; specs name them in `formatType`. */
export const axisFormats = {
  compact_es: compact('es'),
  compact_en: compact('en'),
  dollars_es: dollars('es'),
  dollars_en: dollars('en'),
  plain_es: plain('es'),
  plain_en: plain('en'),
} as const;
