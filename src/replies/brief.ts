import type { OptionValues } from '../contract/call.ts';

/** The English names of some options: they are shorter, and a custom id holds 100 characters. */
const NAMES: Readonly<Record<string, string>> = {
  genero: 'genre',
  desde: 'from',
  hasta: 'to',
  idioma: 'language',
  solo_conocidas: 'known',
};

/** The same options by their shorter names. */
export const briefly = (options: OptionValues): OptionValues =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [NAMES[name] ?? name, value]));
