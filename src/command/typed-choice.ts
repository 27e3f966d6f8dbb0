import { fold } from '../lib/fold.ts';

/** Spellings that dictionaries have beside the name of a choice, all folded. */
const ALSO: Readonly<Record<string, string>> = { septiembre: 'setiembre' };

/** Letters from which a beginning counts: "sep", "mié", "Tue". */
const SHORTEST = 3;

/**
 * The choice that a person typed: by a value or a name in any language, whatever its case, accents, plural and leading
 * zeros, or by a beginning that only one choice has. `undefined` if it is none, or could be several.
 */
export function findChoice<Choice extends { value: string | number; names: readonly string[] }>(
  choices: readonly Choice[],
  value: string,
): Choice | undefined {
  const typed = value.trim();
  // Folding drops signs and points: "-1" and "1.0" would be other numbers.
  if (!/\p{L}/u.test(typed)) {
    const number = typed.replace(/^0+(?=\d)/u, '');
    return choices.find((one) => [String(one.value), ...one.names].includes(number));
  }
  const word = singular(fold(typed));
  const known = choices.map((choice) => ({ choice, keys: keysOf(choice) }));
  const exact = known.find(({ keys }) => keys.includes(word));
  if (exact !== undefined || word.length < SHORTEST) return exact?.choice;
  const [begun, ...others] = known.filter(({ keys }) => keys.some((key) => key.startsWith(word)));
  return others.length === 0 ? begun?.choice : undefined;
}

function keysOf({ value, names }: { value: string | number; names: readonly string[] }): string[] {
  const keys = [String(value), ...names].map(fold);
  return [...keys, ...keys.flatMap((key) => ALSO[key] ?? [])].map(singular);
}

/** "sábados" and "Tues" as "sábado" and "Tue"; both sides lose their "s". */
const singular = (text: string) => text.replace(/s$/u, '');
