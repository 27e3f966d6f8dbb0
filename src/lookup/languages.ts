import { readLanguages } from '../catalogue/languages.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Call } from '../contract/call.ts';
import { languageName } from '../text/format.ts';
import { type CodeSet, findCode, suggestCodes } from './named-codes.ts';

const languages: CodeSet = {
  option: 'idioma',
  read: readLanguages,
  nameOf: languageName,
  others: {},
};

/**
 * The code of the original language in the option `idioma`; undefined without the option. Throws a UserError if the
 * catalogue has no film in that language.
 */
export const findLanguage = (call: Call<{ readonly idioma?: string }>, catalogue: Snapshot) =>
  findCode(languages, call.options.idioma, catalogue, call.language);

/** Autocomplete of a language by its name in the reader's language, sorted by number of films. */
export const suggestLanguages = suggestCodes(languages);
