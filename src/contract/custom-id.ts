import type { Options, OptionValues, Signature, ValuesOf } from './signature.ts';

/**
 * A call that a button or select carries: `replace` redraws its message, `add` answers with a new message, `queries` shows the
 * queries of the answer instead.
 */
export interface PressedCall {
  mode: keyof typeof LETTERS;
  /** With its subcommand, if any, after a space. */
  command: string;
  options: OptionValues;
}

/** The first letter of a custom id. */
const LETTERS = { replace: 'r', add: 'a', queries: 'q' } as const;
const MODES = ['replace', 'add', 'queries'] as const;

/** In the custom id of a select: the place of the value that the person chooses. */
export const CHOSEN = '*';

type Given<Values> = { readonly [Name in keyof Values]: Values[Name] | typeof CHOSEN };

/**
 * Writes a call as a custom id, e.g. `a/pelicula?title=%23949` or `r/eda/grafico?tipo=years`. Each option goes by the shorter
 * of its two names, because Discord allows 100 characters: keep values short.
 */
export function customId<Declared extends Options>(
  mode: PressedCall['mode'],
  { name, options }: Signature<Declared>,
  values: Given<ValuesOf<Declared>>,
): string {
  const query = new URLSearchParams();
  for (const [option, value] of Object.entries(values)) {
    const english = options[option]?.english ?? option;
    query.set(english.length < option.length ? english : option, String(value));
  }
  return `${LETTERS[mode]}/${name.replace(' ', '/')}?${query}`;
}

/** The most UTF-16 units of a custom id. */
export const LONGEST_ID = 100;

/** Ids of films, which are positive, in the fewest characters: "qd.nz". */
export const packIds = (ids: readonly number[]): string => ids.map((id) => id.toString(36)).join('.');

/** Reads what `packIds` wrote. */
export const unpackIds = (packed: string): number[] =>
  packed.split('.').map((digits) => Number.parseInt(digits, 36));

/** Reads a custom id, with `chosen` in place of `*`; undefined if `customId` did not write it. */
export function readCustomId(id: string, chosen?: string): PressedCall | undefined {
  const match = /^([raq])\/([a-z_]+(?:\/[a-z_]+)?)\?(.*)$/su.exec(id);
  if (match === null) return undefined;
  const [, letter, command = '', query] = match;
  const mode = MODES.find((one) => LETTERS[one] === letter) ?? 'add';
  const options: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    options[name] = value === CHOSEN ? (chosen ?? value) : value;
  }
  return { mode, command: command.replace('/', ' '), options };
}
