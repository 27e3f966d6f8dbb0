import { escapeMarkdown } from '@discordjs/builders';
import { shorten } from './format.ts';

/**
 * Text that the bot did not write, made safe for its place in a sentence:
 *
 * | text | place | function |
 * | --- | --- | --- |
 * | data | where Discord renders Markdown | `plain` |
 * | typed | where Discord renders Markdown | `quote` |
 * | typed, a log line | between backticks | `inTicks` |
 * | typed | where nothing renders Markdown | `oneLine` |
 * | our own sentence | JSON, which has no Markdown | `unmarked` |
 *
 * A person's name has stricter rules: `src/replies/person-name.ts`.
 */

/** Escapes Markdown. */
export const plain = (value: string): string =>
  escapeMarkdown(value, { maskedLink: true, heading: true, bulletedList: true, numberedList: true });

/** Typed text on one line, without mentions, timestamps and characters that change its direction; at most `limit` UTF-16 units. */
export const oneLine = (typed: string, limit: number): string =>
  shorten(
    typed
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/<(?=[@#:t/a])/gu, '‹')
      .trim(),
    limit,
  );

/** Typed text on one line, with Markdown escaped; at most `limit` UTF-16 units before that. */
export const quote = (typed: string, limit = 100): string => plain(oneLine(typed, limit));

/** A line between backticks; "?" if it is blank. */
export const inTicks = (line: string, limit = 50): string => oneLine(line, limit).replaceAll('`', "'") || '?';

/** A sentence written for Discord, without bold, code and the backslashes of escaped characters. */
export const unmarked = (sentence: string): string =>
  sentence.replace(/\\([!-/:-@[-`{-~])|\*\*|`/gu, (_, escaped: string | undefined) => escaped ?? '');
