import type { Snapshot } from './catalogue/catalogue.ts';
import { readLanguages } from './catalogue/languages.ts';
import { type Call, type Choice, type Deps, type Focused, UserError } from './command.ts';
import { fold } from './lib/fold.ts';
import { bare, languageName } from './replies/format.ts';
import { text } from './text.ts';

/** Whether a code is the language that was typed, by its code or its name in either language. */
const isNamed = (code: string, typed: string) =>
  [code, languageName(code, 'es'), languageName(code, 'en')].some((name) => fold(name) === fold(typed));

/**
 * The code of the original language that an option of the call names; undefined where it names none. Throws a
 * UserError for a language in which the catalogue has no film.
 */
export async function findLanguage(
  call: Call,
  catalogue: Snapshot,
  option: string,
): Promise<string | undefined> {
  const typed = call.options[option];
  if (typed === undefined) return undefined;
  const codes = await readLanguages(catalogue.unguarded);
  const found = codes.find((code) => isNamed(code, String(typed)));
  if (found !== undefined) return found;
  const accepted = codes.slice(0, 8).map((code) => languageName(code, call.language));
  throw new UserError({
    content: text[call.language].optionWrong(option, bare(typed), `${accepted.join(', ')}…`),
  });
}

/** Autocomplete of a language, by its name in the reader's language: those of most films first. */
export async function suggestLanguages(focused: Focused, { catalogue }: Deps): Promise<Choice[]> {
  const typed = fold(focused.typed);
  const codes = await readLanguages(catalogue.unguarded);
  return codes
    .map((code) => ({ name: languageName(code, focused.language), value: code }))
    .filter(({ name }) => fold(name).includes(typed))
    .slice(0, 25);
}
