import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type Language, UserError } from '../contract/call.ts';
import { quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';

const LANGUAGES: readonly Language[] = ['es', 'en'];
/** The language of a tag such as "es-MX". */
const languageIn = (tag: string) =>
  LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);

/** The language of `?lang=`, else of Accept-Language, else Spanish. Throws a UserError if `?lang=` is neither "es" nor "en". */
export function languageOf(context: Context): Language {
  const lang = context.req.query('lang');
  if (lang === undefined || LANGUAGES.some((language) => language === lang)) return errorLanguageOf(context);
  const content = text[preferred(context)].optionWrong('lang', quote(lang, 50), LANGUAGES.join(', '));
  const choices = LANGUAGES.map((value) => ({ value, label: value }));
  throw new UserError({ content }, { because: 'wrong', choices });
}

/** As `languageOf`, for an error: ignores an invalid `?lang=`. */
export function errorLanguageOf(context: Context): Language {
  const lang = context.req.query('lang');
  return LANGUAGES.find((language) => language === lang) ?? preferred(context);
}

function preferred(context: Context): Language {
  const tag = accepts(context, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'es',
    match: (accepted, { default: none }) =>
      [...accepted].sort((a, b) => b.q - a.q).find(({ type, q }) => q > 0 && languageIn(type))?.type ?? none,
  });
  return languageIn(tag) ?? 'es';
}
