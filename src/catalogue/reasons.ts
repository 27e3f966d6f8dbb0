import type { Snapshot } from './snapshot.ts';

/** Why a film was picked: a code of the data dictionary and the name it stands for, where the catalogue has one. */
export interface Reason {
  kind: 'people' | 'collection' | 'director' | 'writer' | 'actor' | 'keyword' | 'genre';
  /** English for keywords and genres; blank for people. */
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
]);

/** All of them as one text: of an object a row, tens of thousands of them, the event loop would hear nothing for long. */
const allNames =
  'select json_group_object(kind || number, [name, name_es])::varchar as names from reason_names';

/** The reader of codes; one that stands for nothing gives none. */
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
