import { createRandom } from './generate/random.ts';

/** What people type on the way to a title: its beginnings, a later word, a word with two letters swapped. */
export function typedOnTheWay(titles: readonly string[], count: number, seed: number): string[] {
  const random = createRandom(seed);
  const pick = (most: number) => random.whole(0, most - 1);
  return Array.from({ length: count }, (_, index) => {
    const title = titles[pick(titles.length)] ?? '';
    const words = title.toLowerCase().split(' ');
    const last = words.slice(-2).join(' ');
    const at = 1 + pick(Math.max(1, title.length - 2));
    const swapped = `${title.slice(0, at - 1)}${title[at] ?? ''}${title[at - 1] ?? ''}${title.slice(at + 1)}`;
    return (
      [title.slice(0, 1 + pick(title.length)).toLowerCase(), last, swapped.toLowerCase(), title][index % 4] ??
      title
    );
  });
}
