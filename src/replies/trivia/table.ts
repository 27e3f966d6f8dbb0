import type { Language } from '../../command.ts';
import type { Score } from '../../store/rankings.ts';
import { count } from '../format.ts';
import { words } from './words.ts';

/** A person as Discord shows them in the reader's own server; in an embed it pings nobody. */
export const personMention = (userId: string) => `<@${userId}>`;

const MEDALS = ['🥇', '🥈', '🥉'];

/** What stands before the line of a place, counted from 0. */
export const place = (index: number) => MEDALS[index] ?? `**${index + 1}.**`;

/** A table of points, one line a person. */
export function tableLines(table: readonly Score[], language: Language): string {
  return table
    .map(
      ({ userId, points }, index) =>
        `${place(index)} ${personMention(userId)} · ${words[language].points(count(points, language))}`,
    )
    .join('\n');
}
