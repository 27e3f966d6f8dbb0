import type { Snapshot } from './snapshot.ts';

/** How a keyword reads as a reason: about time travel, set in Paris, with zombies, also film noir. */
type KeywordUse = 'about' | 'set' | 'with' | 'also';

/** Why a film is recommended: a code of the data dictionary, and the name that it stands for. */
export interface Reason {
  kind:
    | 'taste'
    | 'collection'
    | 'director'
    | 'author'
    | 'writer'
    | 'actor'
    | 'studio'
    | 'origin'
    | 'genre'
    | KeywordUse;
  /** In English for keywords, genres and nationalities. Taste: how many of ten people who like the film like this one too. */
  name: string;
  /** The Spanish word of a keyword, or the masculine adjective of a nationality. */
  name_es: string | null;
  /** The English name of the genre that the films of an origin share. */
  genre?: string;
}

/** The kinds by the first letter of their codes, and the letter under which `reason_names` has their names. */
const KINDS = new Map<string, { kind: Reason['kind']; names: string }>([
  ['c', { kind: 'collection', names: 'c' }],
  ['d', { kind: 'director', names: 'n' }],
  ['b', { kind: 'author', names: 'n' }],
  ['w', { kind: 'writer', names: 'n' }],
  ['a', { kind: 'actor', names: 'n' }],
  ['m', { kind: 'studio', names: 'm' }],
  ['g', { kind: 'genre', names: 'g' }],
]);

/** One JSON string: tens of thousands of row objects would block the event loop. */
const allNames =
  'select json_group_object(kind || key, [name, name_es, use])::varchar as names from reason_names';

type Named = [name: string, name_es: string | null, use: KeywordUse | null];
type Names = Map<string, Named>;

/** A function from a code to its reason; an unknown code has none. */
export async function reasonReader({
  queryOnce,
}: Pick<Snapshot, 'queryOnce'>): Promise<(code: string) => Reason[]> {
  const names = await queryOnce(allNames, readNames);
  return (code) => {
    const reason = readCode(code, names);
    return reason === undefined ? [] : [reason];
  };
}

function readCode(code: string, names: Names): Reason | undefined {
  const [letter, key] = [code.charAt(0), code.slice(1)];
  if (letter === 'p') return { kind: 'taste', name: key, name_es: null };
  if (letter === 'o') return readOrigin(key, names);
  const { kind, names: under } = KINDS.get(letter) ?? {};
  const [name, name_es = null, use] = names.get(`${under ?? letter}${key}`) ?? [];
  const read = kind ?? use;
  return name === undefined || read == null ? undefined : { kind: read, name, name_es };
}

/** An origin's key is a country, and the number of a genre or nothing: "JP27". */
function readOrigin(key: string, names: Names): Reason | undefined {
  const [name, name_es = null] = names.get(`o${key.slice(0, 2)}`) ?? [];
  const [genre] = names.get(`g${key.slice(2)}`) ?? [];
  if (name === undefined) return undefined;
  return { kind: 'origin', name, name_es, ...(genre === undefined ? {} : { genre }) };
}

const readNames = ([row]: { names: string }[]): Names =>
  new Map(Object.entries(JSON.parse(row?.names ?? '{}')));
