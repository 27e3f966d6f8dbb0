import { readLanguages } from '../catalogue/languages.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Deps } from '../command/command.ts';
import { type Call, type Choice, type Focused, type Language, UserError } from '../contract/call.ts';
import { fold } from '../lib/fold.ts';
import { languageName } from '../text/format.ts';
import { quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';

/** A language with its folded names and its folded code. */
interface NamedLanguage {
  code: string;
  folded: { code: string } & Record<Language, string>;
}

const nameLanguages = (codes: readonly string[]): NamedLanguage[] =>
  codes.map((code) => ({
    code,
    folded: {
      code: fold(code),
      es: fold(languageName(code, 'es')),
      en: fold(languageName(code, 'en')),
    },
  }));

/**
 * The code of the original language in the option `idioma`; undefined without the option. Throws a UserError if the
 * catalogue has no film in that language.
 */
export async function findLanguage(
  call: Call<{ idioma?: string }>,
  catalogue: Snapshot,
): Promise<string | undefined> {
  const value = call.options.idioma;
  if (value === undefined) return undefined;
  const languages = await readLanguages(catalogue.unguarded, nameLanguages);
  const typed = fold(value);
  const found = languages.find(({ folded }) => Object.values(folded).includes(typed));
  if (found !== undefined) return found.code;
  const accepted = languages.slice(0, 8).map(({ code }) => languageName(code, call.language));
  throw new UserError({
    content: text[call.language].optionWrong('idioma', quote(value, 50), `${accepted.join(', ')}…`),
  });
}

/** Autocomplete of a language by its name in the reader's language, sorted by number of films. */
export async function suggestLanguages(focused: Focused, { catalogue }: Deps): Promise<Choice[]> {
  const typed = fold(focused.typed);
  const languages = await readLanguages(catalogue.unguarded, nameLanguages);
  return languages
    .filter(({ folded }) => folded[focused.language].includes(typed))
    .slice(0, 25)
    .map(({ code }) => ({ name: languageName(code, focused.language), value: code }));
}
