import { readFileSync } from 'node:fs';
import { createRandom } from './generate/random.ts';

/**
 * Texts as people type them on the way to a title: in turn a prefix of any length, the last two words, the title with
 * two letters swapped, and the whole title.
 */
export function typedTexts(titles: readonly string[], count: number, seed: number): string[] {
  const random = createRandom(seed);
  const below = (limit: number) => random.whole(0, limit - 1);
  return Array.from({ length: count }, (_, index) => {
    const title = titles[below(titles.length)] ?? '';
    const lastWords = title.toLowerCase().split(' ').slice(-2).join(' ');
    const at = 1 + below(Math.max(1, title.length - 2));
    const swapped = `${title.slice(0, at - 1)}${title[at] ?? ''}${title[at - 1] ?? ''}${title.slice(at + 1)}`;
    const prefix = title.slice(0, 1 + below(title.length)).toLowerCase();
    return [prefix, lastWords, swapped.toLowerCase(), title][index % 4] ?? title;
  });
}

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
