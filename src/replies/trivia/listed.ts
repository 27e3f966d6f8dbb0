import type { Language } from '../../contract/call.ts';
import { count } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';

/** How a list is written: what stands between two items, and how many items or characters it may have. */
export interface Listing {
  readonly between: ', ' | '\n';
  readonly most: number;
  readonly limit: number;
}

/** Items one after the other, and how many more there are: "Ana, Beto… y 120 más". No item is cut. */
export function listed(
  items: readonly string[],
  { between, most, limit }: Listing,
  language: Language,
): string {
  const ending = (more: number) =>
    more === 0 ? '' : `${between === '\n' ? '\n' : ''}${gameText[language].andMore(count(more, language))}`;
  let shown = items.slice(0, most);
  const whole = () => shown.join(between) + ending(items.length - shown.length);
  while (whole().length > limit && shown.length > 0) shown = shown.slice(0, -1);
  return whole();
}
