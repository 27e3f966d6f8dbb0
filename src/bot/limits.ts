import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIEmbedField,
} from 'discord-api-types/v10';
import type { Reply } from '../contract/call.ts';
import { cutText } from '../lib/cut.ts';

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
