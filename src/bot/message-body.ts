import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIEmbedField,
} from 'discord-api-types/v10';
import type { Reply } from '../contract/call.ts';

/** A reply for discord.js, within Discord's limits. It pings nobody. */
export function toMessage(reply: Reply) {
  const { content, embeds, components, files } = withinLimits(reply);
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: components ?? [],
    files: (files ?? []).map(({ name, data, description }) => ({ name, attachment: data, description })),
    allowedMentions: { parse: [] },
  };
}

/** A reply for Discord's REST API, within its limits, without files. It pings nobody. */
export function toBody(reply: Reply) {
  const { content, embeds, components } = withinLimits(reply);
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: components ?? [],
    allowed_mentions: { parse: [] },
  };
}

/** Discord's limits for the texts of a message, in UTF-16 units. */
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
/** A field is left out if fewer units than this remain for it. */
const MIN_FIELD = 50;

/** The same reply with every text cut to Discord's limits. */
function withinLimits(reply: Reply): Reply {
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

/** The limit for all embeds together is spent on titles, authors and footers first, then on descriptions, then on fields. */
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
      if (left < MIN_FIELD) break;
      const name = take(field.name, Math.min(FIELD_NAME, left - MIN_FIELD / 2));
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

/** Tokens that are never split: mentions, timestamps, emoji, links, escapes. */
const TOKEN =
  /<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|<\/[^>\n]+:\d+>|\[[^\]\n]*\]\([^)\s]*\)|https?:\/\/\S+|\\./gu;

/** Markers that come in pairs and format the text between them. A single `_` inside a word is not a marker. */
const MARKER = /```|\*\*|__|~~|\|\||[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** At most this many pieces are dropped from the end to cut at a space. */
const MAX_TO_SPACE = 20;
/** Units reserved for closing markers. */
const CLOSING = 10;

/**
 * Cuts a text in Discord's Markdown to `limit` UTF-16 units and appends "…". No character, mention, link or escape is split,
 * open formatting is closed, and the cut is at a space if one is near.
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
  const end = space > 0 && kept.length - space <= MAX_TO_SPACE ? space : kept.length;
  const cut = kept.slice(0, end).join('').trimEnd();
  return `${cut}…${openMarkers(cut).reverse().join('')}`.slice(0, limit);
}

function* pieces(text: string): Generator<string> {
  let from = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    for (const { segment } of graphemes.segment(text.slice(from, index))) yield segment;
    yield token;
    from = index + token.length;
  }
  for (const { segment } of graphemes.segment(text.slice(from))) yield segment;
}

/** The markers that are open at the end of the text, outermost first. */
function openMarkers(text: string): string[] {
  const open: string[] = [];
  for (const [marker] of text.replaceAll(TOKEN, '').matchAll(MARKER)) {
    const inCode = open.at(-1)?.startsWith('`') === true;
    if (open.at(-1) === marker) open.pop();
    else if (!inCode) open.push(marker);
  }
  return open;
}
