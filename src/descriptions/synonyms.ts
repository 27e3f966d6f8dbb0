import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { languageTerm, wordsOf } from './words.ts';

/** The terms that mean nearly the same as a term, in both languages, from synonyms.csv: each row has the words of one idea. */
export function readSynonyms(): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = parse(readFileSync(new URL('synonyms.csv', import.meta.url), 'utf8'), {
    columns: true,
  }) as { es: string; en: string }[];
  const synonyms = new Map<string, Set<string>>();
  for (const { es, en } of rows) {
    const terms = [...wordsOf(es).map(languageTerm.es), ...wordsOf(en).map(languageTerm.en)];
    for (const term of terms) {
      const known = synonyms.get(term) ?? new Set();
      synonyms.set(term, known);
      for (const other of terms) if (other !== term) known.add(other);
    }
  }
  return synonyms;
}
