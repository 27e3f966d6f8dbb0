import type { OptionValues } from './call.ts';

/** A button or select of a look-up is a call: `replace` redraws its message, `add` answers with a new one. */
export interface PressedCall {
  mode: 'replace' | 'add';
  /** With its subcommand, if any, after a space. */
  command: string;
  options: OptionValues;
}

const MODES = { r: 'replace', a: 'add' } as const;

/** Stands for the value that the person chooses in a select. */
export const CHOSEN = '*';

/** Writes a call as a custom id, e.g. `a/pelicula?titulo=%23949` or `r/eda/grafico?tipo=years`. Discord allows 100 characters: keep values short. */
export function customId(mode: PressedCall['mode'], command: string, options: OptionValues): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) query.set(name, String(value));
  return `${mode === 'replace' ? 'r' : 'a'}/${command.replace(' ', '/')}?${query}`;
}

/** Reads a custom id back, with `chosen` in place of `*`; undefined when it is not one of ours. */
export function readCustomId(id: string, chosen?: string): PressedCall | undefined {
  const match = /^([ra])\/([a-z_]+(?:\/[a-z_]+)?)\?(.*)$/su.exec(id);
  if (match === null) return undefined;
  const [, mode, command = '', query] = match;
  const options: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    options[name] = value === CHOSEN ? (chosen ?? value) : value;
  }
  return { mode: MODES[mode as keyof typeof MODES], command: command.replace('/', ' '), options };
}
