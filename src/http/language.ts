import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type Language, UserError } from '../command.ts';
import { text } from '../text.ts';

const LANGUAGES: readonly Language[] = ['es', 'en'];
const spoken = (tag: string) => LANGUAGES.find((one) => tag.toLowerCase().split('-')[0] === one);

/** The language that `?lang=` or else Accept-Language asks for; Spanish where neither does. Throws for one we do not speak. */
export function languageOf(context: Context): Language {
  const asked = context.req.query('lang');
  if (asked === undefined) return preferred(context);
  const found = LANGUAGES.find((one) => one === asked);
  if (found !== undefined) return found;
  const content = text.es.optionWrong('lang', asked.slice(0, 50), LANGUAGES.join(', '));
  const choices = LANGUAGES.map((value) => ({ value, label: value }));
  throw new UserError({ content }, { because: 'wrong', choices });
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
