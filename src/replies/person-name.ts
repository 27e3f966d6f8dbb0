import { plain } from '../text/sanitize.ts';

/** Maximum UTF-16 units of a name; Discord's own limit is 32. */
const MAX_LENGTH = 32;
/** Maximum combining marks on one letter: scripts need two, zalgo text has dozens. */
const MAX_MARKS = 2;

/** Web addresses and server invitations, with or without a scheme. A path or a common top-level domain distinguishes them from "St.John". */
const ADDRESS =
  /(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S*|(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|gg|io|ru|me|link|xyz|app|dev|co|tv|ly|info|site|online|shop|top|club|gift|nitro)(?![\p{L}\p{N}])\S*|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/\S*/giu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A person's name, safe in the bot's messages: on one line, NFKC-normalised, with Markdown escaped, without stacked marks, invisible
 * or bidirectional control characters, mentions and addresses; at most 32 UTF-16 units before escaping. Empty if nothing remains.
 */
export function cleanName(name: string): string {
  const visible = name
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Z}\u2800]+/gu, ' ')
    // Joiners and variation selectors stay only inside an emoji.
    .replaceAll(/(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|(?<!\p{Extended_Pictographic})\uFE0F/gu, '')
    .replaceAll(/(?![\u200D\uFE0F])[\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu'), (_, marks: string) => marks)
    .replaceAll(ADDRESS, '')
    .replaceAll('@', '＠')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return plain(shorten(visible));
}

function shorten(name: string): string {
  if (name.length <= MAX_LENGTH) return name;
  let start = '';
  for (const { segment } of graphemes.segment(name)) {
    if (start.length + segment.length > MAX_LENGTH - 1) break;
    start += segment;
  }
  return `${start.trimEnd()}…`;
}

/** Right-to-left letters. A name with such letters is isolated, so that the text after it keeps its order. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name without a mention; `fallback` if nothing of it can be shown. */
export function nameAlone(name: string, fallback: string): string {
  const clean = cleanName(name);
  if (clean === '') return fallback;
  return RIGHT_TO_LEFT.test(clean) ? `\u2068${clean}\u2069` : clean;
}

/** Names by user id. A person without a name is shown only by the mention. */
export type PersonNames = ReadonlyMap<string, string>;

/**
 * A person's name and mention: "Ana (<@1>)". In an embed a mention pings nobody; a client that does not know the person
 * shows the id, so the name is needed.
 */
export function personIn(names: PersonNames, userId: string): string {
  const mention = `<@${userId}>`;
  const name = nameAlone(names.get(userId) ?? '', '');
  return name === '' ? mention : `${name} (${mention})`;
}
