import type { Language } from '../contract/call.ts';

/** Mexico's: in its short numbers a thousand is always a small k; for all of Latin America it is K, and k from ten on. */
const LOCALE = { es: 'es-MX', en: 'en-US' } as const;

/** "1.2 k", "30 M": a number in the few letters that an axis has room for. */
const compact = (language: Language) => {
  const format = new Intl.NumberFormat(LOCALE[language], { notation: 'compact', maximumFractionDigits: 1 });
  return (value: number) => format.format(value);
};

const dollars = (language: Language) => {
  const format = new Intl.NumberFormat(LOCALE[language], {
    style: 'currency',
    currency: 'USD',
    notation: 'compact',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  return (value: number) => format.format(value);
};

const plain = (language: Language) => {
  const format = new Intl.NumberFormat(LOCALE[language], { maximumSignificantDigits: 3 });
  return (value: number) => format.format(value);
};

/** How axes write numbers in the reader's language: the names are those of `formatType` in the specs. */
export const axisFormats = {
  compact_es: compact('es'),
  compact_en: compact('en'),
  dollars_es: dollars('es'),
  dollars_en: dollars('en'),
  plain_es: plain('es'),
  plain_en: plain('en'),
} as const;
