import type { Language } from '../../contract/call.ts';
import type { Score } from '../../store/rankings.ts';
import { count } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { type PersonNames, personIn } from '../person-name.ts';

/** How a list is written: its separator, its maximum number of items and its maximum length in UTF-16 units. */
interface Listing {
  readonly between: ', ' | '\n';
  readonly most: number;
  readonly limit: number;
}

/** A list, and the number of items that it leaves out: "Ana, Beto… y 120 más". No item is cut. */
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

/** Discord's limit of a field's value. */
const FIELD = 1024;

const MEDALS = ['🥇', '🥈', '🥉'];

/** A medal or the number of a place; `index` starts at 0. */
export const place = (index: number): string => MEDALS[index] ?? `**${index + 1}.**`;

/** A scoreboard for an embed field, one player per line, with at most `most` players. */
export function tableLines(
  table: readonly Score[],
  most: number,
  names: PersonNames,
  language: Language,
): string {
  const lines = table.map(
    ({ userId, points }, index) =>
      `${place(index)} ${personIn(names, userId)} · ${gameText[language].points(count(points, language))}`,
  );
  return listed(lines, { between: '\n', most, limit: FIELD }, language);
}
