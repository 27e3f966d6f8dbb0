import { plain } from '../text/sanitize.ts';

/** Characters of a name that are shown; Discord's own limit is 32. */
const LONGEST = 32;
/** Marks above and below one letter: scripts need two, zalgo stacks dozens. */
const MARKS = 2;

/** Addresses, with or without a scheme, and invitations to a server. A path or a usual ending tells one from "St.John". */
const ADDRESS =
  /(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S*|(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|gg|io|ru|me|link|xyz|app|dev|co|tv|ly|info|site|online|shop|top|club|gift|nitro)(?![\p{L}\p{N}])\S*|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/\S*/giu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A person's name as it stands in a text of the bot: on one line, in plain letters, without marks piled up, invisible or
 * turning characters, markup, mentions or addresses, at most 32 characters before it is escaped. Blank where nothing is left.
 */
export function cleanName(name: string): string {
  const visible = name
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Z}\u2800]+/gu, ' ')
    // Joiners and variation selectors are kept within an emoji only.
    .replaceAll(/(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|(?<!\p{Extended_Pictographic})\uFE0F/gu, '')
    .replaceAll(/(?![\u200D\uFE0F])[\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, 'gu'), (_, kept: string) => kept)
    .replaceAll(ADDRESS, '')
    .replaceAll('@', '＠')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return plain(shorten(visible));
}

function shorten(name: string): string {
  if (name.length <= LONGEST) return name;
  let kept = '';
  for (const { segment } of graphemes.segment(name)) {
    if (kept.length + segment.length > LONGEST - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Letters that are written from right to left; isolated, they leave the order of what follows alone. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name by itself; `fallback` where it has nothing to show. */
export function nameAlone(name: string, fallback: string): string {
  const clean = cleanName(name);
  if (clean === '') return fallback;
  return RIGHT_TO_LEFT.test(clean) ? `\u2068${clean}\u2069` : clean;
}

/** The names that people are called by, by user id; who is not there is shown by the mention alone. */
export type PersonNames = ReadonlyMap<string, string>;

/**
 * A person with name and mention: "Ana (<@1>)". In an embed the mention pings nobody, and a client that does not know the
 * person shows it as its number.
 */
export function personIn(names: PersonNames, userId: string): string {
  const mention = `<@${userId}>`;
  const name = nameAlone(names.get(userId) ?? '', '');
  return name === '' ? mention : `${name} (${mention})`;
}
