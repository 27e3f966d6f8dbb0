import type { Snapshot } from './snapshot.ts';

/** Why a film is recommended: a code of the data dictionary, and the name that it stands for. */
export interface Reason {
  kind: 'people' | 'collection' | 'director' | 'writer' | 'actor' | 'keyword' | 'genre';
  /** In English for keywords and genres; empty for people. */
  name: string;
  /** The Spanish word of a keyword, if there is one. */
  name_es: string | null;
}

/** The kinds by the first letter of their codes, and the letter under which `reason_names` has their names. */
const KINDS = new Map<string, { kind: Reason['kind']; names?: string }>([
  ['p', { kind: 'people' }],
  ['c', { kind: 'collection', names: 'c' }],
  ['d', { kind: 'director', names: 'n' }],
  ['w', { kind: 'writer', names: 'n' }],
  ['a', { kind: 'actor', names: 'n' }],
  ['k', { kind: 'keyword', names: 'k' }],
  ['g', { kind: 'genre', names: 'g' }],
]);

/** One JSON string: tens of thousands of row objects would block the event loop. */
const allNames =
  'select json_group_object(kind || number, [name, name_es])::varchar as names from reason_names';

/** A function from a code to its reason; an unknown code has none. */
export async function reasonReader({
  queryOnce,
}: Pick<Snapshot, 'queryOnce'>): Promise<(code: string) => Reason[]> {
  const names = await queryOnce(allNames, readNames);
  return (code) => {
    const { kind, names: letter } = KINDS.get(code.charAt(0)) ?? {};
    if (kind === undefined) return [];
    if (kind === 'people') return [{ kind, name: '', name_es: null }];
    const [name, name_es = null] = names.get(`${letter}${code.slice(1)}`) ?? [];
    return name === undefined ? [] : [{ kind, name, name_es }];
  };
}

type Names = Map<string, [name: string, name_es: string | null]>;

const readNames = ([row]: { names: string }[]): Names =>
  new Map(Object.entries(JSON.parse(row?.names ?? '{}')));
