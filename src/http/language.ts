import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type Language, UserError } from '../contract/call.ts';
import { quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';

const LANGUAGES: readonly Language[] = ['es', 'en'];
const spoken = (tag: string) => LANGUAGES.find((one) => tag.toLowerCase().split('-')[0] === one);

/** The language that `?lang=` or else Accept-Language asks for; Spanish if neither does. Throws if `?lang=` is none of ours. */
export function languageOf(context: Context): Language {
  const asked = context.req.query('lang');
  if (asked === undefined || LANGUAGES.some((one) => one === asked)) return mildLanguageOf(context);
  const content = text[preferred(context)].optionWrong('lang', quote(asked, 50), LANGUAGES.join(', '));
  const choices = LANGUAGES.map((value) => ({ value, label: value }));
  throw new UserError({ content }, { because: 'wrong', choices });
}

/** The same for an error, which is told in some language in any case. */
export function mildLanguageOf(context: Context): Language {
  const asked = context.req.query('lang');
  return LANGUAGES.find((one) => one === asked) ?? preferred(context);
}

function preferred(context: Context): Language {
  const tag = accepts(context, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'es',
    match: (wished, { default: none }) =>
      [...wished].sort((a, b) => b.q - a.q).find(({ type, q }) => q > 0 && spoken(type))?.type ?? none,
  });
  return spoken(tag) ?? 'es';
}
