import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIEmbedField,
} from 'discord-api-types/v10';
import type { Reply } from '../contract/call.ts';

/** Discord's limits of a message's texts, in UTF-16 units. */
const CONTENT = 2000;
const EMBEDS = 10;
const ALL_EMBEDS = 6000;
const TITLE = 256;
const DESCRIPTION = 4096;
const FIELDS = 25;
const FIELD_NAME = 256;
const FIELD_VALUE = 1024;
const FOOTER = 2048;
const AUTHOR = 256;
const LABEL = 80;
const ALT_TEXT = 1024;
/** A field is left out where less than this is left for it. */
const LEAST_FIELD = 50;

/** The same reply with every text cut to what Discord takes. */
export function withinLimits(reply: Reply): Reply {
  const { content, embeds, components, files } = reply;
  return {
    ...reply,
    ...(content === undefined ? {} : { content: cutText(content, CONTENT) }),
    ...(embeds === undefined ? {} : { embeds: cutEmbeds(embeds) }),
    ...(components === undefined ? {} : { components: components.map(cutLabels) }),
    ...(files === undefined
      ? {}
      : { files: files.map((file) => ({ ...file, description: cutText(file.description, ALT_TEXT) })) }),
  };
}

/** Titles, authors and footers come first, then descriptions, then fields, until the characters of all are used up. */
function cutEmbeds(embeds: readonly APIEmbed[]): APIEmbed[] {
  const framed = embeds.slice(0, EMBEDS).map(cutFrame);
  let left = ALL_EMBEDS - framed.reduce((sum, embed) => sum + frameLength(embed), 0);
  const take = (text: string, most: number) => {
    const cut = cutText(text, Math.min(most, left));
    left -= cut.length;
    return cut;
  };
  const described = framed.map((embed) =>
    embed.description === undefined ? embed : { ...embed, description: take(embed.description, DESCRIPTION) },
  );
  return described.map((embed) => {
    if (embed.fields === undefined) return embed;
    const fields: APIEmbedField[] = [];
    for (const field of embed.fields.slice(0, FIELDS)) {
      if (left < LEAST_FIELD) break;
      const name = take(field.name, Math.min(FIELD_NAME, left - LEAST_FIELD / 2));
      fields.push({ ...field, name, value: take(field.value, FIELD_VALUE) });
    }
    return { ...embed, fields };
  });
}

function cutFrame(embed: APIEmbed): APIEmbed {
  const { title, author, footer } = embed;
  return {
    ...embed,
    ...(title === undefined ? {} : { title: cutText(title, TITLE) }),
    ...(author === undefined ? {} : { author: { ...author, name: cutText(author.name, AUTHOR) } }),
    ...(footer === undefined ? {} : { footer: { ...footer, text: cutText(footer.text, FOOTER) } }),
  };
}

const frameLength = ({ title, author, footer }: APIEmbed) =>
  (title?.length ?? 0) + (author?.name.length ?? 0) + (footer?.text.length ?? 0);

function cutLabels(
  row: APIActionRowComponent<APIComponentInMessageActionRow>,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  const components = row.components.map((part) =>
    'label' in part && part.label !== undefined ? { ...part, label: cutText(part.label, LABEL) } : part,
  );
  return { ...row, components };
}

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
