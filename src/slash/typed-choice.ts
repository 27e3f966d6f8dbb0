import type { OptionChoice } from '../contract/signature.ts';
import { fold } from '../lib/fold.ts';

/** Accepted spellings of a choice's name besides the name itself, folded. */
const VARIANTS: Readonly<Record<string, string>> = { septiembre: 'setiembre' };

/** Minimum letters of a prefix: "sep", "mié", "Tue". */
const SHORTEST_PREFIX = 3;

/**
 * The choice that a person typed: its value, its name in either language, or a prefix that no other choice has. Case,
 * accents, plural and leading zeros do not matter. `undefined` if no choice or several match.
 */
export function findChoice(choices: readonly OptionChoice[], value: string): OptionChoice | undefined {
  const typed = value.trim();
  // Folding drops signs and points: "-1" and "1.0" would become other numbers.
  if (!/\p{L}/u.test(typed)) {
    const number = typed.replace(/^0+(?=\d)/u, '');
    return choices.find((choice) => namesOf(choice).includes(number));
  }
  const word = singular(fold(typed));
  const known = choices.map((choice) => ({ choice, keys: keysOf(choice) }));
  const exact = known.find(({ keys }) => keys.includes(word));
  if (exact !== undefined || word.length < SHORTEST_PREFIX) return exact?.choice;
  const [match, ...others] = known.filter(({ keys }) => keys.some((key) => key.startsWith(word)));
  return others.length === 0 ? match?.choice : undefined;
}

const namesOf = ({ value, es, en }: OptionChoice) => [String(value), es, en];

function keysOf(choice: OptionChoice): string[] {
  const keys = namesOf(choice).map(fold);
  return [...keys, ...keys.flatMap((key) => VARIANTS[key] ?? [])].map(singular);
}

/** "sábados" and "Tues" as "sábado" and "Tue". Applied to both sides of the comparison. */
const singular = (text: string) => text.replace(/s$/u, '');
