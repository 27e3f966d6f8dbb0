/** What is never broken: mentions, times, emoji, links, escapes. */
const WHOLE =
  /<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|<\/[^>\n]+:\d+>|\[[^\]\n]*\]\([^)\s]*\)|https?:\/\/\S+|\\./gu;

/** What formats the text between two of it. A single `_` within a word does not. */
const MARKER = /```|\*\*|__|~~|\|\||[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many of the last pieces are given up to end at a space. */
const TO_SPACE = 20;
/** Characters kept free for the markers that are closed. */
const CLOSING = 10;

/**
 * Cuts a text in Discord's Markdown to `limit` UTF-16 units, with "…" to show it. No character, mention, link or escape is
 * broken, bold and the like are closed, and the cut is at a space where one is near.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept: string[] = [];
  let length = 0;
  for (const piece of pieces(text)) {
    length += piece.length;
    if (length > limit - 1 - CLOSING) break;
    kept.push(piece);
  }
  const space = kept.findLastIndex((piece) => /^\s+$/u.test(piece));
  const end = space > 0 && kept.length - space <= TO_SPACE ? space : kept.length;
  const cut = kept.slice(0, end).join('').trimEnd();
  return `${cut}…${openMarkers(cut).reverse().join('')}`.slice(0, limit);
}

function* pieces(text: string): Generator<string> {
  let from = 0;
  for (const { 0: token, index } of text.matchAll(WHOLE)) {
    for (const { segment } of graphemes.segment(text.slice(from, index))) yield segment;
    yield token;
    from = index + token.length;
  }
  for (const { segment } of graphemes.segment(text.slice(from))) yield segment;
}

/** The markers that are opened and not closed, the outermost first. */
function openMarkers(text: string): string[] {
  const open: string[] = [];
  for (const [marker] of text.replaceAll(WHOLE, '').matchAll(MARKER)) {
    const inCode = open.at(-1)?.startsWith('`') === true;
    if (open.at(-1) === marker) open.pop();
    else if (!inCode) open.push(marker);
  }
  return open;
}
