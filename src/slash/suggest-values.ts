import type { Choice, Language } from '../contract/call.ts';
import type { Option, OptionChoice } from '../contract/signature.ts';
import { shorten } from '../text/format.ts';
import { quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { decadeChoices, readYears, suggestChoices, writeYears } from './typed-values.ts';

/** Discord's limits: suggestions, and UTF-16 units of a name or value of one. */
const MOST = 25;
const LONGEST = 100;

/**
 * Suggestions for an option whose values are known: choices, or years. `undefined` for another option, whose command suggests
 * from the catalogue.
 */
export function suggestValues(
  option: Option | undefined,
  typed: string,
  language: Language,
): Choice[] | undefined {
  if (option?.type !== 'string' || option.autocomplete !== true) return undefined;
  if (option.form === 'years') return suggestYears(typed, language);
  if (option.choices === undefined) return undefined;
  const toChoice = (choice: OptionChoice) => ({ name: choice[language], value: String(choice.value) });
  const found = suggestChoices(option.choices, typed).map(toChoice);
  return (found.length > 0 ? found : amongThese(typed, option.choices.map(toChoice), language)).slice(
    0,
    MOST,
  );
}

/** Says first that nothing is called `typed` and what there is, then suggests it. */
export function amongThese(typed: string, choices: readonly Choice[], language: Language): Choice[] {
  const list = choices.map(({ name }) => name).join(', ');
  return [explain(typed, list, language), ...choices];
}

/** One suggestion that says what is accepted. To choose it sends what was typed, and the refusal says the same. */
function explain(typed: string, accepted: string, language: Language): Choice {
  return {
    name: shorten(text[language].notAmong(quote(typed, 20), accepted), LONGEST),
    value: typed.slice(0, LONGEST),
  };
}

function suggestYears(typed: string, language: Language): Choice[] {
  const years = readYears(typed);
  const nearest = years === undefined ? suggestChoices(decadeChoices, typed) : [];
  const spans = years === undefined ? nearest.map(({ value }) => decade(Number(value))) : [years];
  const found = spans.map((span) => writeYears(span, language)).map((value) => ({ name: value, value }));
  return found.length > 0 ? found : [explain(typed, text[language].yearsAccepted, language)];
}

const decade = (fromYear: number) => ({ fromYear, toYear: fromYear + 9 });
