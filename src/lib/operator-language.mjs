/**
 * The language of everything that an operator reads: BOT_LANG, else the language of the locale, else English. Throws one line in
 * the language of the locale if BOT_LANG is neither es nor en. Plain JavaScript, because the installation uses it too.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {'es' | 'en'}
 */
export function operatorLanguage({ BOT_LANG: chosen, LC_ALL, LC_MESSAGES, LANG }) {
  const ofLocale = /^es(?![a-z])/iu.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'es' : 'en';
  if (!chosen) return ofLocale;
  if (chosen === 'es' || chosen === 'en') return chosen;
  throw new Error(ofLocale === 'es' ? 'BOT_LANG tiene que ser es o en.' : 'BOT_LANG must be es or en.');
}
