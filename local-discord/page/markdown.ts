import {
  isWebAddress,
  type MarkdownNode,
  parseMarkdown,
  relativeTime,
  timestampFormats,
} from '../markdown.ts';
import type { Language } from '../people/mistake-text.ts';
import { element } from './element.ts';

/** The reader's language, and the names of the users and channels that the reader's client knows. */
export type Writing = { language: Language; nameOf: (id: string) => string | undefined };

type Draw = (part: MarkdownNode, writing: Writing) => Node;

const wrapped =
  (tag: string, props: Record<string, string | boolean> = {}): Draw =>
  (part, writing) =>
    element(tag, props, ...inner(part, writing));

const mention =
  (sign: string): Draw =>
  ({ id }, { nameOf }) =>
    element('span', { class: 'mention' }, `${sign}${nameOf(String(id)) ?? String(id)}`);

/** A user whom the client does not know is shown as the raw mention. */
const user: Draw = (part, writing) =>
  writing.nameOf(String(part.id)) === undefined
    ? new Text(`<@${String(part.id)}>`)
    : mention('@')(part, writing);

const link: Draw = (part, writing) => {
  const target = String(part.target);
  return isWebAddress(target)
    ? element('a', { href: target, target: '_blank', rel: 'noopener noreferrer' }, ...inner(part, writing))
    : element('span', {}, ...inner(part, writing));
};

const draws: Record<string, Draw> = {
  text: (part) => new Text(String(part.content)),
  strong: wrapped('strong'),
  em: wrapped('em'),
  underline: wrapped('u'),
  u: wrapped('u'),
  strikethrough: wrapped('s'),
  spoiler: wrapped('discord-spoiler', { tabindex: '0' }),
  blockQuote: wrapped('discord-quote'),
  subtext: wrapped('small', { class: 'subtext' }),
  inlineCode: (part) => element('discord-code', {}, String(part.content)),
  codeBlock: (part) => element('discord-code', { multiline: true }, String(part.content)),
  heading: (part, writing) =>
    element('discord-header', { level: String(part.level) }, ...inner(part, writing)),
  br: () => element('br'),
  newline: () => element('br'),
  link,
  url: link,
  autolink: link,
  user,
  role: mention('@'),
  channel: mention('#'),
  slashCommand: (part) => element('span', { class: 'mention' }, `/${String(part.fullName)}`),
  emoji: (part) => new Text(`:${String(part.name)}:`),
  twemoji: (part) => new Text(String(part.name)),
  everyone: () => element('span', { class: 'mention' }, '@everyone'),
  here: () => element('span', { class: 'mention' }, '@here'),
  timestamp: ({ timestamp, format }, { language }) =>
    element(
      'discord-time',
      { 'data-until': format === 'R' ? String(timestamp) : undefined },
      formatTime(Number(timestamp), String(format ?? 'f'), language),
    ),
};

/** Converts a text in Discord's Markdown to DOM nodes. Only links to the web are clickable. */
export function markdown(text: string, writing: Writing): Node[] {
  return parseMarkdown(text).map((part) => draw(part, writing));
}

const draw = (part: MarkdownNode, writing: Writing): Node =>
  (draws[part.type] ?? wrapped('span'))(part, writing);

const inner = ({ content }: MarkdownNode, writing: Writing): Node[] =>
  typeof content === 'string' ? [new Text(content)] : (content ?? []).map((part) => draw(part, writing));

/** Updates every relative timestamp on the page. */
export function refreshTimestamps(language: Language): void {
  for (const time of document.querySelectorAll<HTMLElement>('discord-time[data-until]'))
    time.textContent = formatTime(Number(time.dataset.until), 'R', language);
}

/** Formats a timestamp; R is the relative format, "in 5 minutes". */
function formatTime(seconds: number, format: string, language: Language): string {
  if (format !== 'R')
    return new Intl.DateTimeFormat(language, timestampFormats[format] ?? timestampFormats.f).format(
      seconds * 1000,
    );
  return relativeTime(seconds, Date.now(), language);
}
