import type { Language } from '../../contract/call.ts';
import type { Score } from '../../store/rankings.ts';
import { count } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { type PersonNames, personIn } from '../person-name.ts';
import { listed } from './listed.ts';

/** Discord's limit of a field's value. */
const FIELD = 1024;

const MEDALS = ['🥇', '🥈', '🥉'];

/** What stands before the line of a place, counted from 0. */
export const place = (index: number) => MEDALS[index] ?? `**${index + 1}.**`;

/** A table of points for a field, one line a person, at most so many, and how many more there are. */
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
