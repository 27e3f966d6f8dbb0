import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Deps } from '../command/command.ts';
import { type Choice, type Focused, type Language, UserError } from '../contract/call.ts';
import { fold } from '../lib/fold.ts';
import { quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';

/** A closed set of codes that people write by name, such as languages. */
export interface CodeSet {
  /** The option that takes one. */
  readonly option: string;
  /** The result of `make`, cached per version, for the codes that films have, most common first. */
  read<Made>(catalogue: Pick<Snapshot, 'queryOnce'>, make: (codes: string[]) => Made): Promise<Made>;
  /** The name of a code. */
  nameOf(code: string, language: Language): string;
  /** Further names, folded, and their codes. */
  readonly others: Readonly<Record<string, string>>;
}

/** A code with its folded names and its folded code. */
interface NamedCode {
  code: string;
  folded: { code: string } & Record<Language, string>;
}

/**
 * The code that a text names, in either language; undefined without a text. Throws a UserError if no film has such a code.
 */
export async function findCode(
  set: CodeSet,
  value: string | undefined,
  catalogue: Snapshot,
  language: Language,
): Promise<string | undefined> {
  if (value === undefined) return undefined;
  const known = await set.read(catalogue.unguarded, (codes) => nameAll(set, codes));
  const typed = fold(value);
  const code = Object.hasOwn(set.others, typed) ? set.others[typed] : undefined;
  const found = known.find(
    (one) => one.code === code || Object.values(one.folded).some((name) => name === typed),
  );
  if (found !== undefined) return found.code;
  const accepted = known.slice(0, 8).map((one) => set.nameOf(one.code, language));
  throw new UserError({
    content: text[language].optionWrong(set.option, quote(value, 50), `${accepted.join(', ')}…`),
  });
}

/** Autocomplete of a set by the names in the reader's language, the code of most films first. */
export function suggestCodes(set: CodeSet) {
  return async (focused: Focused, { catalogue }: Pick<Deps, 'catalogue'>): Promise<Choice[]> => {
    const typed = fold(focused.typed);
    const known = await set.read(catalogue.unguarded, (codes) => nameAll(set, codes));
    return known
      .filter(({ code, folded }) => folded[focused.language].includes(typed) || set.others[typed] === code)
      .slice(0, 25)
      .map(({ code }) => ({ name: set.nameOf(code, focused.language), value: code }));
  };
}

const nameAll = ({ nameOf }: CodeSet, codes: readonly string[]): NamedCode[] =>
  codes.map((code) => ({
    code,
    folded: { code: fold(code), es: fold(nameOf(code, 'es')), en: fold(nameOf(code, 'en')) },
  }));
