import { readEnd } from '../catalogue/film.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Deps } from '../command/command.ts';
import { type Call, type Choice, type Focused, type Language, UserError } from '../contract/call.ts';
import { isAnythingWithheld } from '../contract/withheld.ts';
import { askWhich, suggest } from '../replies/ask-which.ts';
import { searchButton } from '../replies/described.ts';
import type { Found } from '../search/find.ts';
import { monthOf, shorten } from '../text/format.ts';
import { quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { chooseMatches, type LookupKind, match, readId } from './match.ts';

/**
 * The lookup of a kind: the id of the entity that an option of the call names. Throws a UserError that asks which one if several
 * fit equally well, and one that suggests others if none does.
 */
export function createLookup<Label extends { id: number }>(kind: LookupKind<Label>) {
  return async <Name extends string>(
    call: Call<Readonly<Record<Name, string>>>,
    catalogue: Snapshot,
    option: Name,
  ): Promise<number> => {
    const { language, adult } = call;
    const typed = call.options[option];
    const matches = await match(kind, catalogue, typed, { adult, best: true });
    if (readId(typed) !== undefined && matches.length === 0)
      throw new UserError({ content: text[language].noSuchId }, { because: 'unknown', choices: [] });
    const { id } = chooseOne(
      kind,
      call,
      option,
      matches,
      await hintAtEnd(kind, matches, catalogue, language),
    );
    call.resolved?.({ [option]: `#${id}` });
    return id;
  };
}

/** If no film has a title: where the catalogue ends, for the film may be newer. */
async function hintAtEnd<Label extends { id: number }>(
  { words }: LookupKind<Label>,
  matches: readonly Found<Label>[],
  catalogue: Snapshot,
  language: Language,
): Promise<string> {
  if (words !== 'film' || chooseMatches(matches).length > 0) return '';
  return ` ${text[language].catalogueEnds(monthOf(await readEnd(catalogue), language))}`;
}

/** The one match that an option of the call means; `hint` follows if there is none. Throws as createLookup. */
export function chooseOne<Label extends { id: number }, Name extends string>(
  kind: Pick<LookupKind<Label>, 'words' | 'candidate'>,
  call: Call<Readonly<Record<Name, string>>>,
  option: Name,
  matches: readonly Found<Label>[],
  hint = '',
): Found<Label> {
  const { language } = call;
  const chosen = chooseMatches(matches);
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0) return only;
  const { several, choose, unknown } = text[language].lookups[kind.words];
  const typed = quote(call.options[option]);
  const isUnknown = only === undefined;
  const choices = (isUnknown ? matches : chosen).map((one) => kind.candidate(one, language));
  // The typed text may be a description instead of a title.
  const further =
    kind.words === 'film' ? [searchButton('add', text[language].searchPlot, call.options[option])] : [];
  const reply = isUnknown
    ? suggest(call, option, `${unknown(typed)}${hint}`, choices, further)
    : askWhich(call, option, { question: several(typed), placeholder: choose }, choices);
  throw new UserError(reply, { because: isUnknown ? 'unknown' : 'several', choices });
}

/** Autocomplete of a kind: up to 25 choices. While a question is open, their labels have the name alone. */
export function createSuggestions<Label extends { id: number }>(kind: LookupKind<Label>) {
  return async (
    { typed, adult, language }: Focused,
    { catalogue }: Pick<Deps, 'catalogue'>,
  ): Promise<Choice[]> => {
    const [matches, withheld] = await Promise.all([
      match(kind, catalogue, typed, { adult }),
      catalogue.withheld(),
    ]);
    const label = isAnythingWithheld(withheld) ? kind.nameLabel : kind.label;
    return choicesOf(matches.map((one) => ({ id: one.id, label: label(one, language) })));
  };
}

/** Entities as choices. Choices with the same label get their ids into it. */
function choicesOf(entities: readonly { id: number; label: string }[]): Choice[] {
  const labels = entities.map(({ label }) => label);
  const isShared = (label: string) => labels.indexOf(label) !== labels.lastIndexOf(label);
  return entities.map(({ id, label }) => {
    const end = ` · #${id}`;
    return { name: isShared(label) ? `${shorten(label, 100 - end.length)}${end}` : label, value: `#${id}` };
  });
}
