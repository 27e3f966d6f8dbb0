import { type APIAttachment, type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { avatarOf, botAvatar } from './avatars.ts';
import { element, icon, icons } from './element.ts';
import { drawEmbed } from './embed.ts';
import { makeEnlargeable } from './enlarge.ts';
import { markdown, type Writing } from './markdown.ts';
import { ownPath } from './poster.ts';
import { drawRows, type Uses } from './rows.ts';
import type { PageText } from './text.ts';

/** The reader's texts, and the actions on a message. */
export type Drawing = Writing &
  Uses & {
    t: PageText;
    isAdmin: boolean;
    dismiss: (message: APIMessage) => void;
    remove: (message: APIMessage) => void;
    find: (id: string) => APIMessage | undefined;
  };

/** Draws a message of the bot. */
export function drawMessage(message: APIMessage, drawing: Drawing): HTMLElement {
  const { t } = drawing;
  const flags = message.flags ?? 0;
  const isPrivate = (flags & MessageFlags.Ephemeral) !== 0;
  const name = message.author.global_name ?? message.author.username;
  const embeds = (flags & MessageFlags.SuppressEmbeds) === 0 ? message.embeds : [];
  return element(
    'discord-message',
    {
      'data-id': message.id,
      role: 'article',
      'aria-label': `${name}, ${timeOf(message, drawing)}`,
      class: isPrivate ? 'only-you' : '',
      author: name,
      avatar: botAvatar,
      bot: true,
      verified: true,
      timestamp: timeOf(message, drawing),
    },
    isPrivate ? undefined : drawTools(message, drawing),
    drawOrigin(message, drawing),
    ...((flags & MessageFlags.Loading) === 0
      ? markdown(message.content, { ...drawing, nameOf: namesIn(message, drawing) })
      : [
          element(
            'span',
            { class: 'thinking' },
            element('span', { class: 'dots', 'aria-hidden': 'true' }),
            t.thinking(name),
          ),
        ]),
    message.edited_timestamp && message.content
      ? element('span', { class: 'edited' }, ` ${t.edited}`)
      : undefined,
    ...message.attachments.map((file) => drawFile(file, t)),
    ...embeds.map((embed) => drawEmbed(embed, drawing)),
    drawBelow(message, isPrivate, drawing),
    isPrivate ? drawPrivacy(message, drawing) : undefined,
  );
}

/** Returns names for mentions in the content: Discord sends the mentioned users with the message, unlike those in embeds. */
function namesIn({ mentions }: APIMessage, { nameOf }: Drawing): Writing['nameOf'] {
  return (id) => mentions.find((user) => user.id === id)?.global_name ?? nameOf(id);
}

function timeOf({ timestamp }: APIMessage, { language, t }: Drawing): string {
  const date = new Date(timestamp);
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(date);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? `${t.today} ${time}`
    : new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }).format(date);
}

/** The line above a message: the person and command, or the message it replies to. */
function drawOrigin(
  { interaction_metadata: origin }: APIMessage,
  { t, find }: Drawing,
): HTMLElement | undefined {
  if (!origin) return undefined;
  const name = origin.user.global_name ?? origin.user.username;
  const command = 'name' in origin ? String(origin.name) : undefined;
  const source = 'interacted_message_id' in origin ? find(origin.interacted_message_id) : undefined;
  const said = source?.embeds[0]?.title ?? source?.content ?? '';
  return element(
    'div',
    { slot: 'reply', class: 'origin' },
    element('img', { src: avatarOf(name), alt: '' }),
    element('span', { class: 'origin-name' }, name),
    ...(command === undefined
      ? [element('span', { class: 'origin-said' }, said)]
      : [t.used, element('span', { class: 'mention' }, `/${command}`)]),
  );
}

function drawFile(
  { filename, url, content_type, description, size }: APIAttachment,
  t: PageText,
): HTMLElement {
  const path = ownPath(url, location) ?? '';
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(content_type ?? '');
  if (!isPicture)
    return element(
      'a',
      { slot: 'attachments', class: 'file', href: path, download: filename },
      `${filename} · ${Math.ceil(size / 1024)} KB`,
    );
  const picture = element('img', { class: 'picture', src: path, alt: description ?? filename });
  picture.slot = 'attachments';
  makeEnlargeable(picture, t);
  return picture;
}

function drawBelow(message: APIMessage, isPrivate: boolean, drawing: Drawing): HTMLElement | undefined {
  const rows = drawRows(message, drawing.t, drawing);
  if (rows.length === 0 && !isPrivate) return undefined;
  return element('div', { slot: 'components', class: 'rows' }, ...rows);
}

function drawPrivacy(message: APIMessage, { t, dismiss }: Drawing): HTMLElement {
  return element(
    'div',
    { slot: 'reactions', class: 'privacy' },
    icon(icons.eye),
    `${t.onlyYou} • `,
    element('button', { type: 'button', class: 'as-link', onclick: () => dismiss(message) }, t.dismiss),
  );
}

function drawTools(message: APIMessage, { t, isAdmin, remove }: Drawing): HTMLElement | undefined {
  if (!isAdmin) return undefined;
  return element(
    'div',
    { slot: 'reply', class: 'tools' },
    element(
      'button',
      { type: 'button', 'aria-label': t.remove, title: t.remove, onclick: () => remove(message) },
      icon(icons.close),
    ),
  );
}
