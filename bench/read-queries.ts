import { readFileSync } from 'node:fs';

/** A text as people type it, and the films or people that it may mean. */
export interface TypedQuery {
  /** The first column of the file: the kind of text, or the role of the person that it means. */
  set: string;
  typed: string;
  entity: 'film' | 'person';
  /** Empty if the catalogue lacks what the text means. */
  ids: number[];
}

/** Reads a file of queries of this folder: set, text and expected ids ("#" films, "@" people), separated by tabs. */
export function readQueries(file: string): TypedQuery[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [set = '', typed = '', expected = ''] = line.split('\t');
    const ids = expected.split(' ').flatMap((id) => (/^[#@]/u.test(id) ? [Number(id.slice(1))] : []));
    return { set, typed, entity: expected.startsWith('@') ? 'person' : 'film', ids };
  });
}
