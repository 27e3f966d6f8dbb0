import { weighted, zipfWeights } from './distributions.ts';
import type { Random } from './random.ts';
import { capital, inventVocabulary } from './words.ts';

const frequent = 'the of a and to in his is with her on for by an he when from as who that'.split(' ');

/** Makes sentences of invented words, at least `length` characters, some with quotes, apostrophes, line breaks and dashes. */
export function createProse(random: Random): (length: number) => string {
  const words = [...frequent, ...inventVocabulary(random, 20_000)];
  const draw = weighted(zipfWeights(words.length));
  const word = () => words[draw(random)] ?? 'the';
  return (length) => {
    let text = capital(word());
    while (text.length < length) text += ornament(random, word());
    return `${text}.`;
  };
}

function ornament(random: Random, word: string): string {
  const kind = random.next();
  if (kind < 0.06) return `. ${capital(word)}`;
  if (kind < 0.12) return `, ${word}`;
  if (kind < 0.13) return ` ${word}'s`;
  if (kind < 0.132) return ` "${word}"`;
  if (kind < 0.134) return ` – ${word}`;
  return kind < 0.1343 ? `\n${capital(word)}` : ` ${word}`;
}
