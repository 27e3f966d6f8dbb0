import type { Snapshot } from './catalogue.ts';

/** Why a film was picked: a code of the data dictionary and the name it stands for, where the catalogue has one. */
export interface Reason {
  kind: 'people' | 'collection' | 'director' | 'writer' | 'actor' | 'keyword' | 'genre' | 'decade';
  /** English for keywords and genres; the year for decades; blank for people. */
  name: string;
  /** The Spanish word of a keyword, where we have one. */
  name_es: string | null;
}

/** The kinds by the letter of their codes, and the kind under which reason_names has their names. */
const KINDS = new Map<string, { kind: Reason['kind']; names?: string }>([
  ['p', { kind: 'people' }],
  ['c', { kind: 'collection', names: 'c' }],
  ['d', { kind: 'director', names: 'n' }],
  ['w', { kind: 'writer', names: 'n' }],
  ['a', { kind: 'actor', names: 'n' }],
  ['k', { kind: 'keyword', names: 'k' }],
  ['g', { kind: 'genre', names: 'g' }],
  ['e', { kind: 'decade' }],
]);

const namesOf = `
  select number as key, kind, number, name, name_es from reason_names where number in (select unnest($keys::int[]))
`;

interface Named {
  kind: string;
  number: number;
  name: string;
  name_es: string | null;
}

/** The reader of codes, with all their names read in one go: a code that stands for nothing gives none. */
export async function reasonReader(
  { rowsOf }: Pick<Snapshot, 'rowsOf'>,
  codes: readonly string[],
): Promise<(code: string) => Reason[]> {
  const numbers = codes.flatMap((code) => (namesIn(code) === undefined ? [] : [Number(code.slice(1))]));
  const rows = await Promise.all(numbers.map((number) => rowsOf<Named>(namesOf, number)));
  const names = new Map(rows.flat().map((row) => [`${row.kind}${row.number}`, row]));
  return (code) => {
    const kind = KINDS.get(code.charAt(0))?.kind;
    if (kind === undefined) return [];
    if (kind === 'people') return [{ kind, name: '', name_es: null }];
    if (kind === 'decade') return [{ kind, name: code.slice(1), name_es: null }];
    const named = names.get(`${namesIn(code)}${code.slice(1)}`);
    return named === undefined ? [] : [{ kind, name: named.name, name_es: named.name_es }];
  };
}

const namesIn = (code: string) => KINDS.get(code.charAt(0))?.names;
