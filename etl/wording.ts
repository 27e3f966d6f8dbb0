import { inBoth, type Sentence } from '../src/lib/sentence.ts';
import { en } from './text/en.ts';
import { es } from './text/es.ts';

/** Every sentence of the ETL that the operator reads. A missing sentence does not compile. */
export const wording = inBoth({ es, en });

/** The steps of a run that have a name in Spanish; the others are called as their tables. */
const steps: Record<string, string> = {
  read: 'lectura',
  recommendations: 'recomendaciones',
  'recommendation lists': 'listas de recomendaciones',
  checks: 'revisiones',
  write: 'escritura',
  names: 'nombres',
  graph: 'grafo',
  descriptions: 'descripciones',
};

/** A step by its name in English, such as `reading credits.csv`, in both languages. */
export function stepName(step: string): Sentence {
  const file = /^reading (.+)$/u.exec(step)?.[1];
  return file === undefined ? { es: steps[step] ?? step, en: step } : wording.reading(file);
}
