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
