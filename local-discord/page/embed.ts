import type { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import type { APIEmbed, APIEmbedField, APIEmbedImage } from 'discord-api-types/v10';
import { element } from './element.ts';
import { makeEnlargeable } from './enlarge.ts';
import { markdown, type Writing } from './markdown.ts';
import { drawPoster, ownPath } from './poster.ts';
import type { PageText } from './text.ts';

const NO_COLOUR = 0x1e1f22;
const COLUMNS = 3;

/** Draws an embed. A picture on another host is not loaded; a poster with its alternative text, or the embed's title, replaces it. */
export function drawEmbed(embed: APIEmbed, writing: Writing & { t: PageText }): HTMLElement {
  const { title, url, color, description, fields, author, footer, image, thumbnail, timestamp } = embed;
  const stand = (media: APIEmbedImage) =>
    ownPath(media.url, location) ?? drawPoster(media.description ?? title ?? author?.name ?? '', color ?? 0);
  const drawn = element(
    'discord-embed',
    {
      slot: 'embeds',
      color: `#${(color ?? NO_COLOUR).toString(16).padStart(6, '0')}`,
      'embed-title': title,
      url,
      'author-name': author?.name,
      'author-url': author?.url,
      image: image && stand(image),
      thumbnail: thumbnail && stand(thumbnail),
    },
    description === undefined
      ? undefined
      : element('discord-embed-description', { slot: 'description' }, ...markdown(description, writing)),
    fields?.length ? drawFields(fields, writing) : undefined,
    footer || timestamp ? drawFooter(footer?.text, timestamp, writing) : undefined,
  );
  if (image || thumbnail) void describePictures(drawn as DiscordEmbed, embed, writing.t);
  return drawn;
}

/** Adds alternative texts and the order of the eye, which the library lacks. It draws pictures only after its next update. */
async function describePictures(
  drawn: DiscordEmbed,
  { image, thumbnail, title, author }: APIEmbed,
  t: PageText,
): Promise<void> {
  await drawn.updateComplete;
  for (const [media, shown] of [
    [image, '.discord-embed-image'],
    [thumbnail, '.discord-embed-thumbnail'],
  ] as const) {
    const picture = drawn.shadowRoot?.querySelector<HTMLImageElement>(shown);
    if (!media || !picture) continue;
    picture.alt = media.description ?? title ?? author?.name ?? t.picture;
    makeEnlargeable(picture, t);
  }
  // The library has the thumbnail last, but its grid shows it beside the title.
  const thumbnailShown = drawn.shadowRoot?.querySelector('.discord-embed-thumbnail');
  if (thumbnailShown) drawn.shadowRoot?.querySelector('slot[name=description]')?.before(thumbnailShown);
}

function drawFields(fields: readonly APIEmbedField[], writing: Writing): HTMLElement {
  let column = 0;
  const drawn = fields.map(({ name, value, inline }) => {
    column = inline ? (column % COLUMNS) + 1 : 0;
    return element(
      'discord-embed-field',
      {
        'field-title': name,
        ...(inline ? { inline: true, 'inline-index': String(column) } : {}),
      },
      ...markdown(value, writing),
    );
  });
  return element('discord-embed-fields', { slot: 'fields' }, ...drawn);
}

function drawFooter(
  text: string | undefined,
  timestamp: string | undefined,
  { language }: Writing,
): HTMLElement {
  const date =
    timestamp && new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(timestamp));
  return element('discord-embed-footer', { slot: 'footer' }, [text, date].filter(Boolean).join(' • '));
}
