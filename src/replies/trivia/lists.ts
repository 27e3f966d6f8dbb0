import type { Language } from '../../contract/call.ts';
import type { Score } from '../../store/rankings.ts';
import { count } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { type PersonNames, personIn } from '../person-name.ts';

export interface ListLimits {
  readonly separator: ', ' | '\n';
  readonly maxItems: number;
  readonly maxLength: number;
}

/** Joins items within limits and adds how many are left out: "Ana, Beto… y 120 más". No item is cut. */
export function joinLimited(
  items: readonly string[],
  { separator, maxItems, maxLength }: ListLimits,
  language: Language,
): string {
  const ending = (more: number) =>
    more === 0 ? '' : `${separator === '\n' ? '\n' : ''}${gameText[language].andMore(count(more, language))}`;
  let shown = items.slice(0, maxItems);
  const joined = () => shown.join(separator) + ending(items.length - shown.length);
  while (joined().length > maxLength && shown.length > 0) shown = shown.slice(0, -1);
  return joined();
}

/** Longest value of an embed field. */
const MAX_FIELD = 1024;

const MEDALS = ['🥇', '🥈', '🥉'];

/** The medal or number of a rank, counted from 0. Nobody gets a medal without points. */
export const rankMark = (index: number, points: number) =>
  (points > 0 ? MEDALS[index] : undefined) ?? `**${index + 1}.**`;

/** Lives as text. */
export const hearts = (lives: number) => '❤️'.repeat(lives);

/** The lives that a person has left, after the points: nothing if they are not shown. */
export const livesMark = (left: number | undefined): string[] =>
  left === undefined ? [] : [left === 0 ? '💀' : hearts(left)];

/** How people are shown in a table: their names, and `lives`, how many each has left, if the table shows them. */
export interface ShownPeople {
  readonly names: PersonNames;
  readonly lives?: ReadonlyMap<string, number> | undefined;
}

/** Scores for an embed field: one line a person, at most `maxLines`, and how many people are left out. */
export function scoreLines(
  scores: readonly Score[],
  maxLines: number,
  { names, lives }: ShownPeople,
  language: Language,
): string {
  const lines = scores.map(({ userId, points }, index) =>
    [
      `${rankMark(index, points)} ${personIn(names, userId)}`,
      gameText[language].points(count(points, language)),
      ...livesMark(lives?.get(userId)),
    ].join(' · '),
  );
  return joinLimited(lines, { separator: '\n', maxItems: maxLines, maxLength: MAX_FIELD }, language);
}
